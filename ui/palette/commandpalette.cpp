// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/commandpalette.h"

#include "ui/palette/palettelist.h"
#include "ui/style/fieldpicture.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace breakwater {

namespace {

constexpr int paletteWidth = 600;
constexpr int fromTop = 64;
constexpr std::size_t mostFound = 50;
constexpr int mostRows = 9; // more scroll

} // namespace

CommandPalette::CommandPalette(std::vector<PaletteItem> items, std::size_t recent, QWidget *window)
    : Card(Ground::Raised, window)
    , m_items(std::move(items))
    , m_recent(recent)
    , m_field(new QLineEdit(this))
    , m_view(new QListView(this))
    , m_list(new PaletteList(this))
    , m_before(window->focusWidget())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setBorder(Border::Clear);
    setAccessibleName(tr("Go to"));
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setPlaceholderText(tr("Go to a conversation, command or setting"));
    m_field->setAccessibleName(m_field->placeholderText());
    setFieldPicture(*m_field, Icon::Search);
    m_field->installEventFilter(this);
    m_view->setObjectName(QStringLiteral("paletteFound"));
    m_view->setAccessibleName(tr("Found"));
    m_view->setModel(m_list);
    m_view->setItemDelegate(new PaletteDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus); // the keys stay in the field
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->viewport()->setAutoFillBackground(false);
    auto *line = new QVBoxLayout;
    line->setContentsMargins(12, 12, 12, 8);
    line->addWidget(m_field);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_view, 1);
    auto *shadow = new QGraphicsDropShadowEffect(this); // it floats
    shadow->setBlurRadius(32);
    shadow->setOffset(0, 8);
    shadow->setColor(QColor(0, 0, 0, 60));
    setGraphicsEffect(shadow);

    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_view->setCurrentIndex(index);
        choose();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) { focusMoved(now); });
    window->installEventFilter(this);
    find();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::add(const std::vector<PaletteItem> &items)
{
    m_items.insert(m_items.end(), items.begin(), items.end());
    if (!m_field->text().trimmed().isEmpty())
        find();
}

void CommandPalette::find()
{
    const QString typed = m_field->text().trimmed();
    std::vector<PaletteItem> found;
    if (typed.isEmpty()) {
        found.assign(m_items.begin(), m_items.begin() + static_cast<std::ptrdiff_t>(std::min(m_recent, m_items.size())));
    } else {
        found = fittingItems(m_items, typed, mostFound);
        found.push_back({PaletteItem::Kind::Search, typed, tr("Search the messages for “%1”").arg(typed.left(80)), {}, {}});
    }
    m_list->setItems(std::move(found));
    m_view->setCurrentIndex(m_list->index(0));
    m_view->scrollToTop();
    place();
}

void CommandPalette::place()
{
    const QSize room = parentWidget()->size();
    const int row = m_view->sizeHintForRow(0);
    const int rows = std::clamp(m_list->rowCount(), 1, mostRows);
    m_view->setFixedHeight(std::min(rows * std::max(row, 1) + 2, std::max(room.height() - fromTop - 90, row * 2)));
    const int width = std::min(scaledUp(paletteWidth), room.width() - 48);
    setFixedWidth(width);
    layout()->activate();
    setGeometry((room.width() - width) / 2, std::min(fromTop, room.height() / 8), width, layout()->sizeHint().height());
}

void CommandPalette::move(int by)
{
    const int count = m_list->rowCount();
    if (count == 0)
        return;
    const int at = m_view->currentIndex().row();
    const int wanted = by == 1 || by == -1 ? (at + by + count) % count : std::clamp(at + by, 0, count - 1); // one by one it goes round
    m_view->setCurrentIndex(m_list->index(wanted));
    QAccessibleEvent event(m_view, QAccessible::Focus); // the focus itself stays in the field
    event.setChild(wanted);
    QAccessible::updateAccessibility(&event);
}

void CommandPalette::choose()
{
    const PaletteItem *item = m_list->item(m_view->currentIndex());
    if (item == nullptr)
        return;
    const PaletteItem taken = *item;
    leave(); // what is chosen may want the focus
    Q_EMIT chosen(taken);
}

void CommandPalette::leave()
{
    disconnect(qApp, nullptr, this, nullptr);
    hide();
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
    close();
}

void CommandPalette::focusMoved(const QWidget *now)
{
    if (now == nullptr || now == this || isAncestorOf(now))
        return; // another program has it: it comes back
    m_before = nullptr; // where it went it stays
    leave();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    if (watched == m_field && event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // before the window takes it
        return true;
    }
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            return move(1), true;
        case Qt::Key_Up:
            return move(-1), true;
        case Qt::Key_PageDown:
            return move(mostRows - 1), true;
        case Qt::Key_PageUp:
            return move(1 - mostRows), true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return choose(), true;
        case Qt::Key_Escape:
            return leave(), true;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            return true; // there is nowhere to go
        default:
            break;
        }
    }
    return Card::eventFilter(watched, event);
}

} // namespace breakwater

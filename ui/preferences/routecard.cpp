// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/routecard.h"

#include "ui/preferences/durationfield.h"
#include "ui/preferences/moveonrow.h"
#include "ui/style/button.h"
#include "ui/style/focusring.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace breakwater {

namespace {

constexpr int narrowestWithCaption = 440;
constexpr int indent = 52; // of what stands below the name

/// The six dots by which a card is dragged.
class DragHandle : public QWidget
{
public:
    DragHandle()
    {
        setFixedSize(24, 32);
        setCursor(Qt::OpenHandCursor);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, Icon::Handle, rect(), 16, Theme::instance().tokens().text3);
    }
};

/// A hairline.
class Rule : public QWidget
{
public:
    Rule() { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Theme::instance().tokens().line);
    }
};

/// What the wait of a step means.
QString worthSentence()
{
    return RouteCard::tr("While the next route could answer, Breakwater waits this long for this one, and no longer.");
}

} // namespace

QString conditionsText(const ChainStep &step)
{
    QStringList parts;
    const auto add = [&parts](const QString &what, const std::optional<int> &tries) {
        if (tries)
            parts.append(*tries == 1 ? RouteCard::tr("%1 after 1 try").arg(what)
                                     : RouteCard::tr("%1 after %2 tries").arg(what).arg(*tries));
    };
    add(RouteCard::tr("529"), step.overloadedTries);
    add(RouteCard::tr("5xx"), step.serverErrorTries);
    add(RouteCard::tr("network"), step.networkTries);
    add(RouteCard::tr("429"), step.ownLimitTries);
    return parts.isEmpty() ? RouteCard::tr("never moves on by itself") : parts.join(QStringLiteral(", "));
}

RouteCard::RouteCard(
    const ChainStep &step, const QString &name, const QString &provider, const EffortChoice &effort, Place place, Fold fold, QWidget *parent)
    : Card(Ground::Raised, parent)
    , m_step(step)
    , m_place(place)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Route %1 of %2, %3, worth a wait of %4 seconds")
                          .arg(place.index + 1)
                          .arg(place.count)
                          .arg(name)
                          .arg(toSeconds(step.waitUpTo)));
    setAccessibleDescription(tr("Alt+Up and Alt+Down move it."));
    setBorder(fold == Fold::Open ? Border::Clear : Border::Quiet);
    FocusRing::attach(this, metrics::cardRadius);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 10, 12, 10);
    column->setSpacing(8);
    column->addWidget(makeHead(name, provider, fold));
    if (fold == Fold::Open)
        column->addWidget(makeConditions(effort));
}

QWidget *RouteCard::makeHead(const QString &name, const QString &provider, Fold fold)
{
    m_handle = new DragHandle;
    m_handle->setToolTip(tr("Drag to move"));
    m_handle->installEventFilter(this);

    m_wait = new DurationField(
        tr("Worth a wait of"), DurationField::Unit::Seconds, Duration::zero(), std::chrono::minutes(30));
    m_wait->setObjectName(QStringLiteral("waitUpTo"));
    m_wait->setSingleStep(0.1);
    m_wait->setDuration(m_step.waitUpTo);
    // The last one is worth every wait: there is no next to weigh it against.
    const bool last = m_place.index + 1 == m_place.count;
    m_wait->setEnabled(!last);
    m_wait->setToolTip(last ? tr("No route comes after this one.") : worthSentence());
    connect(m_wait, &DurationField::durationChanged, this, [this](Duration duration) {
        m_step.waitUpTo = duration;
        Q_EMIT edited(m_step);
    });

    auto *toggle = new IconButton(
        fold == Fold::Open ? Icon::ChevronUp : Icon::ChevronDown, fold == Fold::Open ? tr("Fold") : tr("Open"));
    toggle->setObjectName(QStringLiteral("fold"));
    toggle->setExtent(metrics::smallControlHeight, 14);
    connect(toggle, &IconButton::clicked, this,
        [this, fold] { Q_EMIT foldChanged(fold == Fold::Open ? Fold::Folded : Fold::Open); });

    auto *title = new QHBoxLayout;
    title->setSpacing(5);
    auto *label = new TextLabel(TextRole::InterfaceStrong, &Tokens::text, name);
    title->addWidget(label);
    title->addWidget(new TextLabel(TextRole::Interface, &Tokens::text2, provider));
    title->addStretch();
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addLayout(title);
    if (fold == Fold::Folded) {
        auto *conditions = new TextLabel(TextRole::Small, &Tokens::text2, conditionsText(m_step));
        conditions->setWordWrap(true);
        words->addWidget(conditions);
    }

    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_handle);
    auto *number = new TextLabel(TextRole::Interface, &Tokens::text2, QString::number(m_place.index + 1));
    number->setFixedWidth(16);
    row->addWidget(number);
    row->addLayout(words, 1);
    auto *caption = new TextLabel(TextRole::Small, &Tokens::text3, tr("worth a wait of"));
    caption->setWordWrap(true); // rather than cut the model's name
    m_waitCaption = caption;
    row->addWidget(m_waitCaption);
    row->addWidget(m_wait);
    row->addWidget(toggle);
    return head;
}

/// Only what the model says it can.
QWidget *RouteCard::makeEffort(const EffortChoice &effort)
{
    auto *box = new QComboBox;
    box->setObjectName(QStringLiteral("effort"));
    box->setAccessibleName(tr("Effort"));
    box->addItem(tr("As the model does"));
    const std::array names {std::pair {Effort::Low, tr("Low")}, std::pair {Effort::Medium, tr("Medium")}, std::pair {Effort::High, tr("High")},
        std::pair {Effort::ExtraHigh, tr("Very high")}, std::pair {Effort::Max, tr("Most")}};
    for (const auto &[level, name] : names) {
        if (std::find(effort.offered.begin(), effort.offered.end(), level) != effort.offered.end() || effort.chosen == level)
            box->addItem(name, static_cast<int>(level));
    }
    box->setCurrentIndex(effort.chosen ? box->findData(static_cast<int>(*effort.chosen)) : 0);
    connect(box, &QComboBox::currentIndexChanged, this, [this, box] {
        const QVariant chosen = box->currentData();
        Q_EMIT effortChosen(chosen.isValid() ? std::optional(static_cast<Effort>(chosen.toInt())) : std::nullopt);
    });
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 8);
    row->addWidget(new TextLabel(TextRole::Interface, &Tokens::text, tr("Effort")));
    row->addStretch();
    row->addWidget(box);
    return line;
}

QWidget *RouteCard::makeConditions(const EffortChoice &effort)
{
    auto *conditions = new QWidget;
    auto *column = new QVBoxLayout(conditions);
    column->setContentsMargins(indent, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Rule);
    column->addSpacing(8);
    if (!effort.offered.empty() || effort.chosen)
        column->addWidget(makeEffort(effort));
    if (m_place.index + 1 < m_place.count) {
        auto *worth = new TextLabel(TextRole::Small, &Tokens::text2, worthSentence());
        worth->setWordWrap(true);
        column->addWidget(worth);
        column->addSpacing(8);
    }
    column->addWidget(new TextLabel(TextRole::Small, &Tokens::text2, tr("Move on when")));
    const auto add = [&](SampleClass which, const QString &name, const std::optional<int> &tries,
                         const char *objectName) {
        auto *row = new MoveOnRow(which, name, tries);
        row->setObjectName(QLatin1String(objectName));
        connect(row, &MoveOnRow::changed, this, &RouteCard::takeConditions);
        column->addWidget(row);
        return row;
    };
    m_overloaded = add(SampleClass::Overloaded, tr("Overloaded (529)"), m_step.overloadedTries, "overloadedTries");
    m_serverError =
        add(SampleClass::ServerError, tr("Server error (5xx)"), m_step.serverErrorTries, "serverErrorTries");
    m_network = add(SampleClass::Network, tr("The network fails"), m_step.networkTries, "networkTries");
    m_ownLimit = add(SampleClass::OwnLimit, tr("Your own limit (429)"), m_step.ownLimitTries, "ownLimitTries");

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    const auto button = [&](Button::Kind kind, const QString &text, bool enabled, auto &&pressed) {
        auto *made = new Button(kind, text);
        made->setSize(Button::Size::Small);
        made->setEnabled(enabled);
        connect(made, &Button::clicked, this, pressed);
        row->addWidget(made);
        return made;
    };
    button(Button::Kind::Plain, tr("Move up"), m_place.index > 0, [this] { Q_EMIT moveRequested(m_place.index - 1); });
    button(Button::Kind::Plain, tr("Move down"), m_place.index + 1 < m_place.count,
        [this] { Q_EMIT moveRequested(m_place.index + 1); });
    row->addStretch();
    button(Button::Kind::Quiet, tr("Remove route"), true, [this] {
        Q_EMIT removeRequested();
    })->setObjectName(QStringLiteral("removeRoute"));
    column->addSpacing(6);
    column->addLayout(row);
    return conditions;
}

QSize RouteCard::minimumSizeHint() const
{
    const QSize whole = Card::minimumSizeHint();
    return {whole.width() - (m_waitCaption->isHidden() ? 0 : m_waitCaption->sizeHint().width()), whole.height()};
}

void RouteCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    m_waitCaption->setVisible(width() >= scaledUp(narrowestWithCaption));
}

void RouteCard::takeConditions()
{
    m_step.overloadedTries = m_overloaded->tries();
    m_step.serverErrorTries = m_serverError->tries();
    m_step.networkTries = m_network->tries();
    m_step.ownLimitTries = m_ownLimit->tries();
    Q_EMIT edited(m_step);
}

void RouteCard::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Up && m_place.index > 0) {
        Q_EMIT moveRequested(m_place.index - 1);
        return;
    }
    if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Down && m_place.index + 1 < m_place.count) {
        Q_EMIT moveRequested(m_place.index + 1);
        return;
    }
    Card::keyPressEvent(event);
}

bool RouteCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_handle)
        return Card::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonPress) {
        m_dragging = static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
        return m_dragging;
    }
    if (event->type() == QEvent::MouseMove && m_dragging) {
        Q_EMIT dragged(static_cast<QMouseEvent *>(event)->globalPosition().toPoint());
        return true;
    }
    if (event->type() == QEvent::MouseButtonRelease && m_dragging) {
        m_dragging = false;
        Q_EMIT dropped(static_cast<QMouseEvent *>(event)->globalPosition().toPoint());
        return true;
    }
    return Card::eventFilter(watched, event);
}

} // namespace breakwater

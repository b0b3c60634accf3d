// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchhead.h"

#include "ui/batch/rowmark.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"
#include "ui/words/batchwords.h"
#include "ui/words/usagewords.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPainter>

namespace breakwater {

namespace {

constexpr int besideTheButtons = 200; // pixels that the title needs there
constexpr int sideOfTheHead = 24;
constexpr int heightOfLanded = 8;

TextLabel *lineOfHead(TextRole role, QColor Tokens::*color, const char *name, QWidget *parent)
{
    auto *label = new TextLabel(role, color, {}, parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    return label;
}

QString joinedWith(const QString &separator, QStringList parts)
{
    parts.removeAll({});
    return parts.join(separator);
}

} // namespace

/// What has landed, of all rows.
class BatchHead::Landed final : public QWidget
{
public:
    explicit Landed(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(heightOfLanded);
    }
    void show(const RowCounts &counts)
    {
        m_counts = counts;
        setAccessibleName(batchwords::counts(counts));
        setVisible(counts.open > 0 && counts.open < counts.all());
        update();
    }

private:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintLanded(painter, QRectF(rect()).adjusted(0, 1, 0, -1), m_counts, Theme::instance().tokens());
    }
    RowCounts m_counts;
};

BatchHead::BatchHead(QWidget *parent)
    : QWidget(parent)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_title(lineOfHead(TextRole::PageTitle, &Tokens::text, "batchTitle", this))
    , m_rename(new IconButton(Icon::Pencil, tr("Rename this batch"), this))
    , m_name(new QLineEdit(this))
    , m_when(lineOfHead(TextRole::Interface, &Tokens::text2, "batchWhen", this))
    , m_counts(lineOfHead(TextRole::Interface, &Tokens::text, "batchCounts", this))
    , m_landed(new Landed(this))
    , m_progress(lineOfHead(TextRole::Small, &Tokens::text2, "batchProgress", this))
    , m_look(new Button(Button::Kind::Plain, tr("Look now"), this))
    , m_cancel(new Button(Button::Kind::Plain, tr("Cancel batch"), this))
    , m_export(new Button(Button::Kind::Plain, tr("Export"), this))
    , m_delete(new IconButton(Icon::Trash, tr("Delete this batch"), this))
{
    m_title->setWordWrap(false);
    m_title->setMinimumWidth(1); // it is cut instead
    m_rename->setObjectName(QStringLiteral("rename"));
    m_rename->setExtent(metrics::smallControlHeight, 14);
    m_name->setObjectName(QStringLiteral("batchName"));
    m_name->setAccessibleName(tr("Name of this batch"));
    m_name->hide();
    m_look->setObjectName(QStringLiteral("lookNow"));
    m_look->setToolTip(tr("Ask the provider how far it is"));
    m_cancel->setObjectName(QStringLiteral("cancelBatch"));
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setToolTip(tr("Write the rows to a file"));
    m_delete->setObjectName(QStringLiteral("deleteBatch"));
    for (Button *each : {m_look, m_cancel, m_export})
        each->setSize(Button::Size::Small);
    m_delete->setExtent(metrics::smallControlHeight, 16);

    auto *title = new QHBoxLayout;
    title->setSpacing(4);
    title->addWidget(m_title);
    title->addWidget(m_rename);
    title->addWidget(m_name, 1);
    title->addStretch(0);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QWidget *each : std::initializer_list<QWidget *> {m_look, m_cancel, m_export, m_delete})
        buttons->addWidget(each);
    buttons->addStretch(0);
    m_row->setSpacing(8);
    m_row->addLayout(title, 1);
    m_row->addLayout(buttons);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(sideOfTheHead, 12, sideOfTheHead, 8);
    all->setSpacing(3);
    all->addLayout(m_row);
    all->addWidget(m_when);
    all->addWidget(m_counts);
    all->addWidget(m_landed);
    all->addWidget(m_progress);

    connect(m_rename, &QAbstractButton::clicked, this, &BatchHead::startRenaming);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (!isRenaming())
            return;
        const QString name = m_name->text().simplified();
        stopRenaming();
        if (!name.isEmpty() && name != m_whole)
            Q_EMIT renamed(name);
    });
    connect(m_look, &QAbstractButton::clicked, this, &BatchHead::lookWanted);
    connect(m_cancel, &QAbstractButton::clicked, this, &BatchHead::cancelWanted);
    connect(m_export, &QAbstractButton::clicked, this, &BatchHead::exportWanted);
    connect(m_delete, &QAbstractButton::clicked, this, &BatchHead::deleteWanted);
    connect(&Theme::instance(), &Theme::changed, this, &BatchHead::place);
}

void BatchHead::show(const Batch &batch, bool underWay, const FaultContext &context, WallTime now)
{
    m_whole = batch.title;
    m_when->setText(joinedWith(QStringLiteral(", "), {context.model, batchwords::when(batch, now), underWay ? batchwords::nextLook(batch, now) : QString()}));
    m_counts->setText(joinedWith(QStringLiteral(" · "), {batchwords::counts(batch.counts), usageWords(batch.usage, batch.dollars)}));
    m_landed->show(batch.counts);
    const QString gone = batchwords::untilGone(batch, now);
    m_progress->setText(joinedWith(QStringLiteral(" "), {batchwords::trouble(batch, context), batchwords::progress(batch, context.provider), gone.isEmpty() ? gone : QString(gone + QLatin1Char('.'))}));
    m_progress->setVisible(underWay);
    m_look->setVisible(underWay);
    m_cancel->setVisible(underWay);
    m_cancel->setEnabled(!std::all_of(batch.parts.begin(), batch.parts.end(), [](const BatchPart &part) { return part.cancelWanted || part.phase == PartPhase::Settled; }));
    m_delete->setVisible(!underWay);
    place();
}

bool BatchHead::isRenaming() const
{
    return !m_name->isHidden();
}

void BatchHead::startRenaming()
{
    m_name->setText(m_whole);
    m_title->hide();
    m_rename->hide();
    m_name->show();
    m_name->selectAll();
    m_name->setFocus(Qt::OtherFocusReason);
}

void BatchHead::stopRenaming()
{
    if (!isRenaming())
        return;
    const bool hadFocus = m_name->hasFocus();
    m_name->hide();
    m_title->show();
    m_rename->show();
    if (hadFocus)
        m_rename->setFocus(Qt::OtherFocusReason);
}

void BatchHead::place()
{
    int buttons = 0;
    for (const QWidget *each : std::initializer_list<const QWidget *> {m_look, m_cancel, m_export, m_delete})
        buttons += each->isHidden() ? 0 : each->sizeHint().width() + 8;
    const int room = width() - 2 * sideOfTheHead;
    const bool beside = room - buttons >= scaledUp(besideTheButtons);
    m_row->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int forTitle = room - (beside ? buttons : 0) - m_rename->sizeHint().width() - 8;
    m_title->setText(m_title->fontMetrics().elidedText(m_whole, Qt::ElideRight, forTitle));
    m_title->setToolTip(m_title->text() == m_whole ? QString() : m_whole);
}

void BatchHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flight/flightwindow.h"

#include "ui/flight/flightdetail.h"
#include "ui/flight/flightpaint.h"
#include "ui/flight/flightrecordtext.h"
#include "ui/flight/flighttable.h"
#include "ui/flight/flightwords.h"
#include "ui/style/button.h"
#include "ui/style/statusmark.h"
#include "ui/style/theme.h"
#include "ui/weather/themedlabel.h"
#include "ui/words/faultwords.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDateTime>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QSaveFile>
#include <QScrollArea>

namespace breakwater {

namespace {

constexpr int side = 24;

QString sentText(WallTime at)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
    const QString time = when.toString(QStringLiteral("HH:mm:ss"));
    if (when.date() == QDate::currentDate())
        return FlightWindow::tr("Today, %1").arg(time);
    return QLocale().toString(when.date(), QLocale::ShortFormat) % QStringLiteral(", ") % time;
}

} // namespace

/// The signs of the waterfall in words.
class FlightWindow::Legend final : public QWidget
{
public:
    Legend() { setFixedHeight(40); }

private:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = Theme::instance().tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(fontFor(TextRole::Small));
        qreal left = side;
        const auto entry = [&](const QString &words, qreal width, auto paintSign) {
            paintSign(QRectF(left, height() / 2.0 - 6, width, 12));
            left += width + 7;
            painter.setPen(tokens.text2);
            const int advance = painter.fontMetrics().horizontalAdvance(words);
            painter.drawText(QRectF(left, 0, advance + 2, height()), Qt::AlignVCenter, words);
            left += advance + 20;
        };
        const auto block = [&](const QColor &color) {
            return [&painter, color](const QRectF &rect) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(color);
                painter.drawRoundedRect(rect, 2, 2);
            };
        };
        entry(tr("request, filled by its result"), 22, block(tokens.answered.mark));
        entry(tr("wait the server asked for"), 22, [&](const QRectF &rect) { paintHintWait(painter, rect, tokens); });
        entry(tr("random wait we added"), 22, [&](const QRectF &rect) { paintRandomWait(painter, rect, tokens); });
        entry(tr("first token"), 8, [&](const QRectF &rect) {
            painter.setPen(QPen(tokens.text, 1.5));
            painter.drawLine(QPointF(rect.center().x(), rect.top() - 1), QPointF(rect.center().x(), rect.bottom() + 1));
        });
        entry(tr("answer streaming"), 22, block(tokens.accent));
    }
};

/// What the turn came to, as a mark before its sentence.
class FlightWindow::SumMark final : public QWidget
{
public:
    SumMark() { setFixedSize(12, 18); }
    void show(std::optional<SampleClass> which)
    {
        m_which = which;
        setVisible(which.has_value());
        update();
    }

private:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (m_which)
            paintStatusMark(painter, QRectF(0, 3, 12, 12), *m_which, Theme::instance().tokens());
    }
    std::optional<SampleClass> m_which;
};

FlightWindow::FlightWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_table(new FlightTable)
    , m_scroll(new QScrollArea)
    , m_detail(new FlightDetail)
{
    setWindowTitle(tr("Flight record"));
    resize(1200, 760);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(buildHead());
    lines->addWidget(buildTotals());
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_table);
    lines->addWidget(m_scroll, 3);
    lines->addWidget(new Legend);
    lines->addWidget(m_detail, 2);
    connect(m_table, &FlightTable::attemptChosen, this, [this](std::size_t attempt) { m_detail->show(m_turn, attempt, m_routes); });
    connect(m_table, &FlightTable::rowShown, this,
        [this](const QRect &row) { m_scroll->ensureVisible(0, row.center().y(), 0, row.height()); });
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    setFocusProxy(m_table);
}

QWidget *FlightWindow::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(side, 18, side, 8);
    row->setSpacing(8);
    m_title = new ThemedLabel(TextRole::PageTitle, &Tokens::text);
    m_title->setMinimumWidth(60);
    m_mark = new SumMark;
    m_sum = new ThemedLabel(TextRole::Interface, &Tokens::text2);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_title);
    auto *sum = new QHBoxLayout;
    sum->setSpacing(6);
    sum->addWidget(m_mark);
    sum->addWidget(m_sum, 1);
    words->addLayout(sum);
    row->addLayout(words, 1);

    auto *text = new Button(Button::Kind::Plain, tr("Copy as text"));
    text->setLeadingIcon(Icon::Copy);
    auto *json = new Button(Button::Kind::Plain, tr("Copy as JSON"));
    auto *file = new Button(Button::Kind::Plain, tr("Save…"));
    for (Button *button : {text, json, file})
        row->addWidget(button, 0, Qt::AlignTop);
    connect(text, &QAbstractButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(flightRecordText(m_turn, m_name, m_routes)); });
    connect(json, &QAbstractButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(flightRecordJson(m_turn, m_name, m_routes))); });
    connect(file, &QAbstractButton::clicked, this, &FlightWindow::save);
    return head;
}

QWidget *FlightWindow::buildTotals()
{
    auto *totals = new QWidget;
    auto *row = new QHBoxLayout(totals);
    row->setContentsMargins(side, 6, side, 14);
    row->setSpacing(36);
    const std::array names {tr("In all"), tr("Spent waiting"), tr("First token"), tr("Attempts"), tr("Sent")};
    for (std::size_t index = 0; index < totalCount; ++index) {
        auto *pair = new QVBoxLayout;
        pair->setSpacing(0);
        pair->addWidget(new ThemedLabel(TextRole::Small, &Tokens::text3, names[index]));
        m_totals[index] = new ThemedLabel(TextRole::Message, &Tokens::text);
        pair->addWidget(m_totals[index]);
        row->addLayout(pair);
    }
    row->addStretch(1);
    return totals;
}

void FlightWindow::show(const TurnState &turn, const QString &title, const RouteTable &routes)
{
    const bool other = turn.id != m_turn.id;
    m_turn = turn;
    m_name = title;
    m_routes = routes;
    if (other)
        m_table->choose(0);
    m_title->setText(title);
    setWindowTitle(tr("Flight record: %1").arg(title));
    m_sum->setText(flightSum(turn, routes));
    m_mark->show(turn.attempts.empty() ? std::nullopt : attemptResult(turn.attempts.back()).mark);

    const FlightTotals totals = flightTotals(turn);
    const QString none = QStringLiteral("–");
    m_totals[InAll]->setText(totals.inAll ? shortSpan(*totals.inAll) : none);
    m_totals[Waiting]->setText(shortSpan(totals.waiting));
    m_totals[FirstToken]->setText(totals.firstContent ? shortSpan(*totals.firstContent) : none);
    m_totals[Attempts]->setText(QLocale().toString(static_cast<qulonglong>(turn.attempts.size())));
    m_totals[Sent]->setText(sentText(turn.acceptedAt));
    setAccessibleDescription(m_sum->text());

    m_table->show(turn, routes);
    m_detail->show(turn, m_table->chosen(), routes);
}

std::size_t FlightWindow::chosenAttempt() const
{
    return m_table->chosen();
}

void FlightWindow::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the flight record"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Text (*.txt)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(tr("flight-record.txt"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("json")) ? QStringLiteral("json") : QStringLiteral("txt"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QByteArray bytes = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)
            ? flightRecordJson(m_turn, m_name, m_routes)
            : flightRecordText(m_turn, m_name, m_routes).toUtf8();
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            Q_EMIT saveFailed(path, file.errorString());
    });
    dialog->open();
}

void FlightWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void FlightWindow::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.canvas);
    painter.fillRect(QRect(0, m_scroll->y() - 1, width(), 1), tokens.line);
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/harbour.h"
#include "tests/pictures/picture.h"
#include "tests/support/fakes.h"
#include "ui/library/searchfield.h"
#include "ui/library/sidebar.h"
#include "ui/outbox/outboxpage.h"
#include "ui/preferences/routecard.h"
#include "ui/preferences/routelist.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/ground.h"
#include "ui/shell/noticebar.h"
#include "ui/style/breakwaterstyle.h"
#include "ui/style/button.h"
#include "ui/style/focusring.h"
#include "ui/style/numberfield.h"
#include "ui/style/statusmark.h"
#include "ui/style/switch.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"
#include "ui/transcript/answerfooter.h"
#include "ui/transcript/banner.h"
#include "ui/transcript/retrycard.h"
#include "ui/weather/noweather.h"
#include "ui/weather/routelanes.h"
#include "ui/words/keywords.h"
#include "ui/words/storewords.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QCoreApplication>
#include <QFocusEvent>
#include <QLineEdit>
#include <QPainter>
#include <QRadioButton>

namespace breakwater {

namespace {

using namespace std::chrono_literals;

QString said(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// A page of states, one below the other.
struct Sheet
{
    Sheet(const QSize &size, int spacing)
        : ground(&Tokens::canvas, {})
        , column(new QVBoxLayout(&ground))
    {
        column->setContentsMargins(36, 24, 32, 16);
        column->setSpacing(spacing);
        ground.resize(size);
    }
    void heading(const char *text) const { column->addWidget(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, said(text))); }
    QHBoxLayout *row() const
    {
        auto *line = new QHBoxLayout;
        line->setSpacing(14);
        column->addLayout(line);
        return line;
    }
    void open()
    {
        column->addStretch();
        ground.show();
    }

    FakeOutbox fake;
    RouteTable table = harbour::patientRoutes(harbour::sonnet);
    HealthLog health {fake.time, fake.time};
    Ground ground;
    QVBoxLayout *column;
};

/// As it is with the pointer on it, or with the focus that came by Tab.
void point(QWidget &widget)
{
    widget.setAttribute(Qt::WA_UnderMouse);
}

void focus(QWidget &widget)
{
    QFocusEvent event(QEvent::FocusIn, Qt::TabFocusReason);
    QCoreApplication::sendEvent(&widget, &event);
}

TurnState failed(FaultKind kind, std::optional<int> status, const char *detail = "")
{
    TurnState turn;
    turn.id = TurnId(said("turn"));
    turn.phase = TurnPhase::Failed;
    turn.chain = harbour::patientRoutes(harbour::sonnet).chains.front();
    turn.attempts = {harbour::refused(1, harbour::sonnet, 0s, 1s, kind, status.value_or(0))};
    turn.fault = turn.attempts.front().fault;
    turn.fault->status = status;
    turn.fault->detail = said(detail);
    return turn;
}

Scene errors(const QSize &size)
{
    auto sheet = std::make_shared<Sheet>(size, 12);
    sheet->column->addWidget(new TextLabel(TextRole::PageTitle, &Tokens::text, said("Errors, in the turn where they happen")));
    const auto add = [&](const std::optional<Notice> &notice) {
        auto *banner = new Banner(TurnId(said("turn")));
        FaultContext context;
        context.next = said("Haiku 4.5");
        context.leaveOut = notice->leaveOut;
        banner->setNotice(*notice, actionText(notice->action, context));
        banner->setFixedHeight(banner->heightForWidth(size.width() - 68));
        sheet->column->addWidget(banner);
    };
    const auto addFailed = [&](const TurnState &turn) { add(noticeFor(&turn, nullptr, sheet->table)); };
    addFailed(failed(FaultKind::Auth, 401));
    addFailed(failed(FaultKind::BadRequest, 400, "harbour.tiff is larger than 5 MB."));
    addFailed(failed(FaultKind::Offline, std::nullopt));
    Message answer;
    answer.text = QString(said("word ")).repeated(212);
    TurnState unsaved;
    Fault full;
    full.kind = FaultKind::DiskFull;
    unsaved.notSaved = full;
    add(noticeFor(&unsaved, &answer, sheet->table));
    answer.state = MessageState::BrokenOff;
    TurnState broken = failed(FaultKind::Truncated, 200);
    broken.phase = TurnPhase::BrokenOff;
    add(noticeFor(&broken, &answer, sheet->table));
    addFailed(failed(FaultKind::RateLimited, 429));
    const TurnState tooLongTurn = failed(FaultKind::TooLarge, 400, "prompt is too long: 212,000 tokens > 200,000 maximum");
    std::optional<Notice> tooLong = noticeFor(&tooLongTurn, nullptr, sheet->table);
    offerLeavingOut(*tooLong, 6); // as the transcript does, which knows the conversation
    add(tooLong);
    addFailed(failed(FaultKind::NoModel, 404));
    sheet->open();
    return {sheet, &sheet->ground};
}

/// In a card, with words below.
QWidget *framed(QWidget *inside, const char *caption, int height)
{
    inside->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    inside->setMinimumWidth(1);
    auto *frame = new Ground(&Tokens::sidebar, Qt::TopEdge | Qt::LeftEdge | Qt::RightEdge | Qt::BottomEdge);
    frame->setFixedHeight(height);
    auto *in = new QVBoxLayout(frame);
    in->setContentsMargins(1, 1, 1, 1);
    in->addWidget(inside);
    auto *all = new QWidget;
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(frame);
    column->addWidget(new TextLabel(TextRole::Small, &Tokens::text3, said(caption)));
    return all;
}

Scene emptyStates(const QSize &size)
{
    auto sheet = std::make_shared<Sheet>(size, 14);
    sheet->fake.table = sheet->table;
    FakeOutbox &fake = sheet->fake;
    const auto routes = [sheet = sheet.get()]() -> const RouteTable & { return sheet->fake.table; };
    sheet->column->addWidget(new TextLabel(TextRole::PageTitle, &Tokens::text, said("Empty states")));
    auto *pane = new ConversationPane(ShellServices {fake.library, fake.outbox, sheet->health, fake.time, fake.time, routes, fake.ledger});
    pane->showConversation({});
    auto *sidebar = new Sidebar(fake.library, fake.outbox, fake.time, fake.time);
    sidebar->setFindMessages([](const SearchWish &, const std::function<void(const Result<SearchAnswer> &)> &answer) { answer(SearchAnswer {}); });
    sidebar->searchFor(said("bouy"));
    QHBoxLayout *above = sheet->row();
    above->addWidget(framed(pane, "New conversation", 312), 1);
    above->addWidget(framed(sidebar, "Search without a match", 312), 1);
    QHBoxLayout *below = sheet->row();
    below->addWidget(framed(new OutboxPage(fake.library, fake.outbox, nullptr, fake.time, routes), "Outbox", 196), 1);
    below->addWidget(framed(new NoWeather, "Weather, before the first turn", 196), 1);
    auto *notice = new NoticeBar;
    const Words words = keychainWords(KeyState::Locked);
    notice->show(words.title, words.sentence, said("Unlock"), [] { });
    sheet->column->addWidget(notice);
    sheet->open();
    settle();
    settle(); // the search pauses before it looks
    return {sheet, &sheet->ground};
}

/// The marks of a class, as lists and charts have them.
class MarkAndFill final : public QWidget
{
public:
    explicit MarkAndFill(SampleClass which)
        : m_which(which)
    {
        setFixedSize(52, 24);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = Theme::instance().tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintStatusMark(painter, QRectF(0, 6, 12, 12), m_which, tokens);
        paintStatusFill(painter, QRectF(24, 1, 22, 22), m_which, tokens, 2);
    }

private:
    SampleClass m_which;
};

void addButtons(const Sheet &sheet)
{
    sheet.heading("Main and plain buttons");
    for (const auto &[kind, text] : {std::pair(Button::Kind::Main, "Send"), std::pair(Button::Kind::Plain, "Try now")}) {
        QHBoxLayout *line = sheet.row();
        std::vector<Button *> states;
        for (int each = 0; each < 5; ++each) {
            states.push_back(new Button(kind, said(text)));
            line->addWidget(states.back());
        }
        line->addStretch();
        point(*states[1]);
        states[2]->setDown(true);
        states[3]->setObjectName(said("focused"));
        states[4]->setEnabled(false);
    }
}

void addFields(const Sheet &sheet)
{
    sheet.heading("Fields");
    QHBoxLayout *line = sheet.row();
    const auto add = [&](const char *text) {
        auto *field = new QLineEdit(said(text));
        field->setPlaceholderText(said("Name"));
        field->setFixedWidth(116);
        line->addWidget(field);
        return field;
    };
    add("");
    add("Local")->setObjectName(said("focused"));
    setDanger(*add("htp://loc"), true);
    auto *number = new NumberField(said("Wait"));
    number->setSuffix(said(" s"));
    number->setValue(15);
    line->addWidget(number);
    line->addStretch();
    sheet.heading("Check box, radio, switch");
    line = sheet.row();
    for (const Qt::CheckState state : {Qt::Unchecked, Qt::Checked, Qt::PartiallyChecked}) {
        auto *box = new QCheckBox;
        box->setTristate();
        box->setCheckState(state);
        line->addWidget(box);
    }
    for (const bool on : {false, true}) {
        auto *radio = new QRadioButton;
        radio->setAutoExclusive(false);
        radio->setChecked(on);
        line->addWidget(radio);
    }
    for (const bool on : {false, true}) {
        auto *one = new Switch(said("Use"));
        one->setCheckable(true);
        one->setChecked(on);
        line->addWidget(one);
    }
    line->addStretch();
}

void addStatus(const Sheet &sheet)
{
    sheet.heading("Status: shape, pattern, word");
    QHBoxLayout *line = sheet.row();
    for (int which = 0; which < sampleClassCount; ++which)
        line->addWidget(new MarkAndFill(static_cast<SampleClass>(which)));
    line->addStretch();
    sheet.heading("Route states and the answer badge");
    auto *lanes = new RouteLanes;
    const WallTime now = sheet.fake.time.wall();
    const auto lane = [now](const char *name, RouteFlow flow) {
        const FlowChange change {now - 20min, RouteId(said(name)), flow, now + 42s};
        return RouteLanes::Lane {said(name), {change}, change};
    };
    lanes->show({lane("Haiku 4.5", RouteFlow::Flowing), lane("Opus 4.5", RouteFlow::Paused), lane("Local", RouteFlow::Testing)}, now - 1h, now, now);
    auto *badge = new AnswerFooter;
    badge->setState(AnswerFooter::State::Badge, said("after 3 attempts, 6.1 s"));
    badge->setFixedHeight(AnswerFooter::fixedHeight());
    sheet.column->addWidget(lanes);
    sheet.column->addWidget(badge);
}

void addCards(const Sheet &sheet)
{
    sheet.heading("Retry card, other causes");
    // One of the two for each scheme: they have no room on one sheet, and the same height.
    const bool light = Theme::instance().scheme() == Scheme::Light;
    for (const auto &[kind, status, left] : {light ? std::tuple(FaultKind::RateLimited, 429, 38s) : std::tuple(FaultKind::Ambiguous, 0, 2s)}) {
        TurnState turn = failed(kind, status == 0 ? std::nullopt : std::optional(status));
        turn.phase = TurnPhase::Waiting;
        turn.wait = Wait {sheet.fake.time.now() - 5s, sheet.fake.time.now() + left};
        turn.decision = Decision {Action::Wait, Reason::Backoff, {}, {}, {}};
        auto *card = new RetryCard(turn.id, sheet.fake.time);
        card->setTurn(turn, sheet.table);
        card->setMinimumHeight(RetryCard::heightFor(568));
        sheet.column->addWidget(card);
    }
}

Scene components(const QSize &size)
{
    auto sheet = std::make_shared<Sheet>(size, 8);
    addButtons(*sheet);
    addFields(*sheet);
    addStatus(*sheet);
    addCards(*sheet);
    sheet->heading("Dragging a route");
    auto *routes = new RouteList;
    Chain chain = sheet->table.chains.front();
    chain.steps.erase(chain.steps.begin());
    chain.steps.resize(1);
    routes->show(sheet->table, chain, {});
    sheet->column->addWidget(routes);
    sheet->open();
    settle();
    for (QWidget *each : sheet->ground.findChildren<QWidget *>(said("focused")))
        focus(*each);
    for (QLineEdit *each : sheet->ground.findChildren<QLineEdit *>())
        each->deselect();
    auto *card = routes->findChild<RouteCard *>();
    Q_EMIT card->dragged(card->mapToGlobal(QPoint(20, 46)));
    return {sheet, &sheet->ground};
}

} // namespace

std::vector<Picture> statePictures()
{
    const QRect left(0, 0, 660, 820);
    const QRect right(660, 0, 620, 820);
    const QRect half(0, 0, 640, 820);
    return {
        {said("09-empty-and-error-states"), {{Scheme::Light, left, errors}, {Scheme::Dark, right, emptyStates}}},
        {said("11-component-states"), {{Scheme::Light, half, components}, {Scheme::Dark, half.translated(640, 0), components}}},
    };
}

} // namespace breakwater

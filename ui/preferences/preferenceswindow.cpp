// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferenceswindow.h"

#include "ui/preferences/appearancepage.h"
#include "ui/preferences/chainpage.h"
#include "ui/preferences/costspage.h"
#include "ui/preferences/datapage.h"
#include "ui/preferences/generalpage.h"
#include "ui/preferences/keyboardpage.h"
#include "ui/preferences/offpeakpage.h"
#include "ui/preferences/promptspage.h"
#include "ui/preferences/providerspage.h"
#include "ui/preferences/retrypage.h"
#include "ui/preferences/weatherpage.h"
#include "ui/preferences/whatifview.h"
#include "ui/style/button.h"
#include "ui/style/fieldpicture.h"
#include "ui/style/rowbutton.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace breakwater {

namespace {

constexpr int sideWidth = 216;
constexpr int railWidth = 57; // of the icons alone
constexpr int railBelow = 900; // the width of a window that leaves a page too little beside the whole side
constexpr int footHeight = 56;

/// A ground in a token's colour with a hairline at one side.
class Ground : public QWidget
{
public:
    Ground(QColor Tokens::*color, Qt::Edge line)
        : m_color(color)
        , m_line(line)
    {
        connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = Theme::instance().tokens();
        QPainter painter(this);
        painter.fillRect(rect(), tokens.*m_color);
        painter.fillRect(
            m_line == Qt::TopEdge ? QRect(0, 0, width(), 1) : QRect(width() - 1, 0, 1, height()), tokens.line);
    }

private:
    QColor Tokens::*m_color;
    Qt::Edge m_line;
};

QString countText(int changes)
{
    switch (changes) {
    case 0:
        return {};
    case 1:
        return PreferencesWindow::tr("One change not applied");
    case 2:
        return PreferencesWindow::tr("Two changes not applied");
    case 3:
        return PreferencesWindow::tr("Three changes not applied");
    }
    return PreferencesWindow::tr("%1 changes not applied").arg(changes);
}

} // namespace

PreferencesWindow::PreferencesWindow(const Preferences &applied, std::vector<WeatherScriptName> scripts, KeyPort &keys,
    std::function<QString()> makeId, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_draft(applied)
    , m_stack(new QStackedWidget)
{
    setWindowTitle(tr("Preferences"));
    setMinimumSize(720, 520);
    resize(1200, 764);

    auto *side = makeSide();
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_stack, 1);
    right->addWidget(makeFoot());
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(side);
    all->addLayout(right, 1);

    m_providers = new ProvidersPage(keys, makeId, m_draft);
    m_general = new GeneralPage(m_draft);
    addPage(m_general, Icon::Gear);
    addPage(new AppearancePage(m_draft), Icon::Contrast);
    addPage(m_providers, Icon::Server);
    m_chains = new ChainPage(makeId, m_draft);
    addPage(m_chains, Icon::Route);
    addPage(new RetryPage(m_draft), Icon::Retry);
    addPage(new OffPeakPage(m_draft), Icon::Outbox);
    m_costs = new CostsPage(m_draft);
    addPage(m_costs, Icon::Coin);
    addPage(new WeatherPage(m_draft), Icon::Waves);
    m_prompts = new PromptsPage(m_draft);
    addPage(m_prompts, Icon::Layers);
    addPage(new KeyboardPage(m_draft), Icon::Keyboard);
    m_data = new DataPage(m_draft);
    addPage(m_data, Icon::Disk);
    addPage(new SimulatorPage(std::move(scripts), m_draft), Icon::Flask);
    qobject_cast<QVBoxLayout *>(side->layout())->addStretch();

    connect(m_providers, &ProvidersPage::testRequested, this, &PreferencesWindow::testRequested);
    connect(&m_draft, &PreferencesDraft::changed, this, &PreferencesWindow::showChanges);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, &PreferencesWindow::startFinding);
    connect(m_startFinding, &QAbstractButton::clicked, this, &PreferencesWindow::startFinding);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (m_finding && m_search->text().isEmpty() && now != nullptr && !m_side->isAncestorOf(now)) {
            m_finding = false;
            fitSide();
        }
    });
    connect(&Theme::instance(), &Theme::changed, this, &PreferencesWindow::fitSide);
    fitSide();
    connect(new QShortcut(QKeySequence::Close, this), &QShortcut::activated, this, &QWidget::close);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    showPage(Page::Providers);
    showChanges();
}

/// A field that still has the focus writes into the draft as it goes: the pages go first.
PreferencesWindow::~PreferencesWindow()
{
    disconnect(qApp, nullptr, this, nullptr); // the focus goes with them
    delete m_stack;
}

QWidget *PreferencesWindow::makeSide()
{
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("findSetting"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setClearButtonEnabled(true);
    setFieldPicture(*m_search, Icon::Search);
    connect(m_search, &QLineEdit::textChanged, this, &PreferencesWindow::find);

    m_startFinding = new IconButton(Icon::Search, tr("Find a setting"));
    auto *side = new Ground(&Tokens::sidebar, Qt::RightEdge);
    m_side = side;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(8, 12, 9, 12);
    column->setSpacing(1);
    auto *field = new QHBoxLayout;
    field->setContentsMargins(4, 0, 4, 0);
    field->addWidget(m_search);
    field->addWidget(m_startFinding);
    column->addLayout(field);
    column->addSpacing(10);
    return side;
}

QWidget *PreferencesWindow::makeFoot()
{
    m_defaults = new Button(Button::Kind::Quiet, tr("Restore defaults"));
    m_defaults->setObjectName(QStringLiteral("restoreDefaults"));
    m_changes = new TextLabel(TextRole::Small, &Tokens::text2, {});
    m_changes->setObjectName(QStringLiteral("changes"));
    m_changes->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_changes->setWordWrap(true);
    m_revert = new Button(Button::Kind::Plain, tr("Revert"));
    m_revert->setObjectName(QStringLiteral("revert"));
    m_apply = new Button(Button::Kind::Main, tr("Apply"));
    m_apply->setObjectName(QStringLiteral("apply"));
    connect(m_defaults, &Button::clicked, this, [this] {
        Preferences values = m_draft.edited();
        m_pages[static_cast<std::size_t>(m_stack->currentIndex())]->restoreDefaults(values);
        m_draft.replace(values);
    });
    connect(m_revert, &Button::clicked, this, [this] { m_draft.replace(m_draft.applied()); });
    connect(m_apply, &Button::clicked, this, [this] {
        m_draft.apply();
        Q_EMIT applied(m_draft.applied());
    });

    auto *foot = new Ground(&Tokens::canvas, Qt::TopEdge);
    const auto fit = [foot] { foot->setFixedHeight(qRound(footHeight * qMax(1.0, Theme::instance().textScale()))); };
    fit();
    connect(&Theme::instance(), &Theme::changed, foot, fit);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(18, 0, 28, 0);
    row->setSpacing(8);
    row->addWidget(m_defaults);
    row->addWidget(m_changes, 1);
    row->addSpacing(8);
    row->addWidget(m_revert);
    row->addWidget(m_apply);
    return foot;
}

void PreferencesWindow::addPage(PreferencesPage *page, Icon icon)
{
    const int index = m_stack->addWidget(page);
    m_pages.push_back(page);
    auto *row = new RowButton(icon, page->title(), m_search->parentWidget());
    connect(row, &RowButton::clicked, this, [this, index] { choose(index); });
    qobject_cast<QVBoxLayout *>(m_search->parentWidget()->layout())->addWidget(row);
    m_rows.push_back(row);
}

void PreferencesWindow::showPage(Page page)
{
    choose(static_cast<int>(page));
}

std::vector<PaletteItem> PreferencesWindow::places() const
{
    std::vector<PaletteItem> places;
    for (std::size_t page = 0; page < m_pages.size(); ++page) {
        const QString title = m_pages[page]->title();
        places.push_back({PaletteItem::Kind::Setting, QString::number(page), title, windowTitle(), {}});
        for (const QString &setting : m_pages[page]->settings())
            places.push_back({PaletteItem::Kind::Setting, QString(QString::number(page) + QLatin1Char('/') + setting), setting, title, {}});
    }
    return places;
}

void PreferencesWindow::showPlace(const QString &id)
{
    const int page = id.section(QLatin1Char('/'), 0, 0).toInt();
    if (page < 0 || page >= m_stack->count())
        return;
    m_search->clear(); // nothing that was looked for before hides it
    choose(page);
    if (const QString setting = id.section(QLatin1Char('/'), 1); !setting.isEmpty())
        m_pages[static_cast<std::size_t>(page)]->showSetting(setting);
}

void PreferencesWindow::showProvider(const ProviderId &provider)
{
    m_providers->choose(provider);
    showPage(Page::Providers);
}

void PreferencesWindow::choose(int index)
{
    m_stack->setCurrentIndex(index);
    const auto place = static_cast<std::size_t>(index);
    m_rows[place]->setChecked(true);
    m_defaults->setVisible(m_pages[place]->hasDefaults());
}

/// A narrow window has the icons of its pages alone.
void PreferencesWindow::fitSide()
{
    const bool rail = width() < scaledUp(railBelow) && !m_finding;
    m_side->setFixedWidth(scaledUp(rail ? railWidth : sideWidth));
    m_search->setVisible(!rail);
    m_startFinding->setVisible(rail);
}

void PreferencesWindow::startFinding()
{
    m_finding = true;
    fitSide();
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void PreferencesWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSide();
}

void PreferencesWindow::find(const QString &needle)
{
    std::optional<int> first;
    bool currentMatches = false;
    for (std::size_t page = 0; page < m_pages.size(); ++page) {
        const bool matches = m_pages[page]->find(needle.trimmed());
        m_rows[page]->setVisible(matches);
        if (matches && !first)
            first = static_cast<int>(page);
        currentMatches = currentMatches || (matches && static_cast<int>(page) == m_stack->currentIndex());
    }
    if (first && !currentMatches)
        choose(*first);
}

void PreferencesWindow::setCatalogue(const Catalogue &catalogue)
{
    m_chains->setCatalogue(catalogue);
}

void PreferencesWindow::setLedger(const Ledger &ledger)
{
    m_costs->setLedger(ledger);
}

void PreferencesWindow::setRecordedWeather(std::function<std::vector<Sample>(Duration range)> recorded)
{
    m_chains->whatIf().setRecordedWeather(std::move(recorded));
}

void PreferencesWindow::setDataPort(const DataPort &port)
{
    m_data->setPort(port);
    m_general->setRestart(port.restart);
}

void PreferencesWindow::setTrayAvailable(bool available)
{
    m_general->setTrayAvailable(available);
}

void PreferencesWindow::setDictionaries(const QStringList &dictionaries)
{
    m_general->setDictionaries(dictionaries);
}

void PreferencesWindow::addPrompt(const Prompt &prompt)
{
    showPage(Page::Prompts);
    m_prompts->add(prompt);
}

void PreferencesWindow::showTestResult(const ProviderId &provider, const TestResult &result)
{
    m_providers->showTestResult(provider, result);
}

void PreferencesWindow::setApplied(const Preferences &applied)
{
    m_draft.reset(applied);
}

void PreferencesWindow::showChanges()
{
    const int changes = m_draft.changes();
    m_changes->setText(countText(changes));
    m_revert->setEnabled(changes > 0);
    m_apply->setEnabled(changes > 0);
}

void PreferencesWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().tokens().canvas);
}

} // namespace breakwater

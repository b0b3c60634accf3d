// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcomeview.h"

#include "core/route/provider.h"
#include "ui/shell/linklabel.h"
#include "ui/style/breakwaterstyle.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"
#include "ui/style/wrappingcheckbox.h"
#include "ui/welcome/startchoice.h"
#include "ui/welcome/welcomeposter.h"
#include "ui/words/keywords.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPainter>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace breakwater {

namespace {

constexpr int formWidth = 568; // 560 and room for focus rings
constexpr int narrowest = 1000; // for form and poster

TextLabel *problemLabel()
{
    auto *label = new TextLabel(TextRole::Small, &Tokens::danger, {});
    label->setWordWrap(true);
    label->hide();
    return label;
}

} // namespace

WelcomeView::WelcomeView(QWidget *parent)
    : QWidget(parent)
    , m_poster(new WelcomePoster)
    , m_byKey(new StartChoice(Icon::Key, tr("Paste an Anthropic key"), tr("Use Claude with your own account.")))
    , m_byServer(new StartChoice(Icon::Server, tr("Use a local or compatible server"),
          tr("Any server that speaks the OpenAI protocol, here or elsewhere.")))
    , m_bySimulator(new StartChoice(Icon::Flask, tr("Look around without a key"),
          tr("A simulated provider with sample weather. Nothing is sent anywhere.")))
    , m_problem(problemLabel())
    , m_go(new Button(Button::Kind::Main, {}))
{
    m_byKey->setDetails(makeKeyFields());
    m_byServer->setDetails(makeServerFields());
    auto *group = new QButtonGroup(this);
    for (StartChoice *choice : {m_byKey, m_byServer, m_bySimulator})
        group->addButton(&choice->radio());
    m_byKey->radio().setObjectName(QStringLiteral("byKey"));
    m_byServer->radio().setObjectName(QStringLiteral("byServer"));
    m_bySimulator->radio().setObjectName(QStringLiteral("bySimulator"));

    auto *setUpLater = new Button(Button::Kind::Quiet, tr("Set up later"));
    setUpLater->setObjectName(QStringLiteral("later"));
    m_go->setObjectName(QStringLiteral("go"));
    connect(setUpLater, &Button::clicked, this, &WelcomeView::later);
    connect(m_go, &Button::clicked, this, &WelcomeView::go);
    connect(group, &QButtonGroup::buttonToggled, this, [this] {
        clearProblems();
        m_go->setText(m_bySimulator->radio().isChecked() ? tr("Look around") : tr("Test and continue"));
        m_go->updateGeometry();
    });
    m_problem->setObjectName(QStringLiteral("problem"));

    m_form = new QWidget;
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(4, 24, 4, 24);
    column->setSpacing(12);
    column->addStretch();
    auto *question = new QVBoxLayout;
    question->setSpacing(4);
    question->addWidget(new TextLabel(TextRole::PageTitle, &Tokens::text, tr("How would you like to start?")));
    question->addWidget(
        new TextLabel(TextRole::Interface, &Tokens::text2, tr("You can add others later in Preferences.")));
    column->addLayout(question);
    column->addSpacing(4);
    for (StartChoice *choice : {m_byKey, m_byServer, m_bySimulator})
        column->addWidget(choice);
    column->addWidget(m_problem);
    auto *foot = new QHBoxLayout;
    foot->addWidget(setUpLater);
    foot->addStretch();
    foot->addWidget(m_go);
    column->addSpacing(8);
    column->addLayout(foot);
    column->addStretch();

    auto *holder = new QWidget;
    auto *centre = new QHBoxLayout(holder);
    centre->setContentsMargins(24, 0, 24, 0);
    centre->addStretch();
    centre->addWidget(m_form, 100);
    centre->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(holder);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_poster);
    all->addWidget(scroll, 1);

    m_byKey->radio().setChecked(true);
    setFocusProxy(m_key);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        fit();
        update();
    });
    fit();
}

QWidget *WelcomeView::makeKeyFields()
{
    m_key = new QLineEdit;
    m_key->setObjectName(QStringLiteral("key"));
    m_key->setAccessibleName(tr("Anthropic key"));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setPlaceholderText(QStringLiteral("sk-ant-…"));
    auto *paste = new Button(Button::Kind::Plain, tr("Paste"));
    paste->setObjectName(QStringLiteral("paste"));
    connect(paste, &Button::clicked, this, [this] {
        clearProblems();
        m_key->setText(QGuiApplication::clipboard()->text().trimmed());
    });
    connect(m_key, &QLineEdit::returnPressed, this, &WelcomeView::go);
    connect(m_key, &QLineEdit::textEdited, this, &WelcomeView::clearProblems);
    m_keyProblem = problemLabel();
    m_keyProblem->setObjectName(QStringLiteral("keyProblem"));
    auto *where = new LinkLabel; // a label with a link keeps Shift+Tab to itself
    where->setObjectName(QStringLiteral("whereIsAKey"));
    where->setColor(&Tokens::accent);
    where->setWords(tr("Where do I find a key?"));
    connect(where, &LinkLabel::clicked, this, [] { QDesktopServices::openUrl(QUrl(QStringLiteral("https://console.anthropic.com/settings/keys"))); });

    auto *fields = new QWidget;
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_key, 1);
    row->addWidget(paste);
    auto *below = new QHBoxLayout;
    auto *kept =
        new TextLabel(TextRole::Small, &Tokens::text2, tr("Kept for this session; Preferences can keep it longer."));
    kept->setWordWrap(true);
    below->addWidget(kept, 1);
    below->addWidget(where, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(4, 12, 4, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_keyProblem);
    column->addLayout(below);
    return fields;
}

QWidget *WelcomeView::makeServerFields()
{
    const auto field = [this](const char *objectName, const QString &name, const QString &hint) {
        auto *made = new QLineEdit;
        made->setObjectName(QLatin1String(objectName));
        made->setAccessibleName(name);
        made->setPlaceholderText(hint);
        connect(made, &QLineEdit::returnPressed, this, &WelcomeView::go);
        connect(made, &QLineEdit::textEdited, this, &WelcomeView::clearProblems);
        return made;
    };
    m_url = field("url", tr("Base URL"), tr("Address, for example http://localhost:8080"));
    connect(m_url, &QLineEdit::textEdited, this, &WelcomeView::askForConsent);
    m_unencrypted = new WrappingCheckBox;
    m_unencrypted->setObjectName(QStringLiteral("sendUnencrypted"));
    m_unencrypted->hide();
    m_model = field("model", tr("Model"), tr("Model, as the server names it"));
    m_serverKey = field("serverKey", tr("Key"), tr("Key, if the server needs one"));
    m_serverKey->setEchoMode(QLineEdit::Password);
    m_serverProblem = problemLabel();
    m_serverProblem->setObjectName(QStringLiteral("serverProblem"));

    auto *fields = new QWidget;
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(4, 12, 4, 4);
    column->setSpacing(8);
    column->addWidget(m_url);
    column->addWidget(m_unencrypted);
    column->addWidget(m_model);
    column->addWidget(m_serverKey);
    column->addWidget(m_serverProblem);
    return fields;
}

void WelcomeView::setBusy(bool busy)
{
    for (StartChoice *choice : {m_byKey, m_byServer, m_bySimulator})
        choice->setEnabled(!busy);
    m_go->setEnabled(!busy);
}

void WelcomeView::showProblem(const QString &sentence)
{
    setBusy(false);
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void WelcomeView::go()
{
    clearProblems();
    if (m_byKey->radio().isChecked())
        giveKey();
    else if (m_byServer->radio().isChecked())
        giveServer();
    else
        Q_EMIT simulatorChosen();
}

void WelcomeView::giveKey()
{
    if (const std::optional<QByteArray> key = cleanKey(m_key->text()))
        Q_EMIT keyGiven(*key);
    else
        problem(*m_key, *m_keyProblem, keyProblem(m_key->text()));
}

void WelcomeView::giveServer()
{
    const QUrl url(m_url->text().trimmed(), QUrl::StrictMode);
    switch (m_url->text().trimmed().isEmpty() ? BaseUrlProblem::Empty : checkBaseUrl(url)) {
    case BaseUrlProblem::None:
        break;
    case BaseUrlProblem::Insecure:
        if (!m_unencrypted->isChecked())
            return problem(*m_url, *m_serverProblem,
                tr("Not encrypted: others on the way could read your turns and your key. Nothing was sent. Agree above, or use an address with https://."));
        break;
    case BaseUrlProblem::Empty:
        if (!url.isValid() && !m_url->text().trimmed().isEmpty())
            return problem(*m_url, *m_serverProblem, tr("This is no address. It needs http:// or https:// in front."));
        return problem(*m_url, *m_serverProblem, tr("Enter the server’s address first."));
    case BaseUrlProblem::NotHttp:
        return problem(*m_url, *m_serverProblem, tr("The address needs http:// or https:// in front."));
    case BaseUrlProblem::NoHost:
        return problem(*m_url, *m_serverProblem, tr("The address names no server after http:// or https://."));
    case BaseUrlProblem::HasCredentials:
        return problem(*m_url, *m_serverProblem,
            tr("The address has a user name or a password in it. Put the key into its own field."));
    }
    if (m_model->text().trimmed().isEmpty())
        return problem(*m_model, *m_serverProblem, tr("Name the model that the server offers."));
    std::optional<QByteArray> key = QByteArray();
    if (!m_serverKey->text().trimmed().isEmpty())
        key = cleanKey(m_serverKey->text());
    if (!key)
        return problem(*m_serverKey, *m_serverProblem, keyProblem(m_serverKey->text()));
    Q_EMIT serverGiven(url, *key, m_model->text().trimmed());
}

/// Each host is agreed to for itself.
void WelcomeView::askForConsent()
{
    const QUrl url(m_url->text().trimmed(), QUrl::StrictMode);
    const QString sentence = tr("Send unencrypted to %1").arg(url.host());
    if (m_unencrypted->text() != sentence)
        m_unencrypted->setChecked(false);
    m_unencrypted->setText(sentence);
    m_unencrypted->setVisible(checkBaseUrl(url) == BaseUrlProblem::Insecure);
}

void WelcomeView::problem(QLineEdit &field, TextLabel &label, const QString &sentence)
{
    setDanger(field, true);
    label.setText(sentence);
    label.show();
    field.setFocus(Qt::OtherFocusReason);
}

void WelcomeView::clearProblems()
{
    for (QLineEdit *field : {m_key, m_url, m_model, m_serverKey})
        setDanger(*field, false);
    for (TextLabel *label : {m_keyProblem, m_serverProblem, m_problem})
        label->hide();
}

void WelcomeView::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().tokens().canvas);
}

void WelcomeView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void WelcomeView::fit()
{
    const double scale = qMax(1.0, Theme::instance().textScale());
    m_poster->setVisible(width() >= narrowest * scale);
    m_form->setMaximumWidth(qRound(formWidth * scale));
}

} // namespace breakwater

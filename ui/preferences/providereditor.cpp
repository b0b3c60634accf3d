// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/providereditor.h"

#include "ui/preferences/certificaterow.h"
#include "ui/preferences/keyeditor.h"
#include "ui/preferences/patiencerow.h"
#include "ui/preferences/testview.h"
#include "ui/style/breakwaterstyle.h"
#include "ui/style/button.h"
#include "ui/style/switch.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"
#include "ui/style/wrappingcheckbox.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int captionWidth = 108; // at least
constexpr int gridSpacing = 8;
constexpr auto captionProperty = "caption";

TextLabel *caption(const QString &text)
{
    auto *label = new TextLabel(TextRole::Interface, &Tokens::text2, text);
    label->setProperty(captionProperty, true);
    return label;
}

/// A field in a margin that has room for its focus ring.
QWidget *padded(QWidget *field)
{
    auto *around = new QWidget;
    auto *column = new QVBoxLayout(around);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(field);
    return around;
}

} // namespace

QString sentenceFor(BaseUrlProblem problem)
{
    switch (problem) {
    case BaseUrlProblem::None:
        return {};
    case BaseUrlProblem::Empty:
        return ProviderEditor::tr("Enter the server’s address, for example https://api.example.com.");
    case BaseUrlProblem::NotHttp:
        return ProviderEditor::tr("Needs http:// or https:// in front.");
    case BaseUrlProblem::NoHost:
        return ProviderEditor::tr("Names no server after http:// or https://.");
    case BaseUrlProblem::HasCredentials:
        return ProviderEditor::tr("Has a user name or a password in it. Put the key into its own field.");
    case BaseUrlProblem::Insecure:
        return ProviderEditor::tr("Not encrypted: others on the way can read your turns and your key.");
    }
    return {};
}

ProviderEditor::ProviderEditor(KeyPort &keys, QWidget *parent)
    : Card(Ground::Raised, parent)
    , m_title(new TextLabel(TextRole::Heading, &Tokens::text, {}))
    , m_what(new TextLabel(TextRole::Small, &Tokens::text2, {}))
    , m_use(new Switch(tr("Use this provider")))
    , m_name(new QLineEdit)
    , m_dialect(new QComboBox)
    , m_url(new QLineEdit)
    , m_urlSentence(new TextLabel(TextRole::Small, &Tokens::danger, {}))
    , m_unencrypted(new WrappingCheckBox)
    , m_key(new KeyEditor(keys))
    , m_patience(new PatienceRow)
    , m_certificatesCaption(caption(tr("Certificates")))
    , m_certificates(new CertificateRow)
    , m_test(new TestView)
{
    m_use->setObjectName(QStringLiteral("useProvider"));
    m_name->setObjectName(QStringLiteral("providerName"));
    m_name->setAccessibleName(tr("Name"));
    m_dialect->setObjectName(QStringLiteral("dialect"));
    m_dialect->setAccessibleName(tr("Protocol"));
    m_dialect->addItem(tr("Anthropic Messages"), static_cast<int>(Dialect::Anthropic));
    m_dialect->addItem(tr("OpenAI-compatible"), static_cast<int>(Dialect::OpenAi));
    m_url->setObjectName(QStringLiteral("baseUrl"));
    m_url->setAccessibleName(tr("Base URL"));
    m_urlSentence->setObjectName(QStringLiteral("urlSentence"));
    m_urlSentence->setWordWrap(true);

    m_unencrypted->setObjectName(QStringLiteral("sendUnencrypted"));

    m_what->setWordWrap(true);
    auto *names = new QVBoxLayout;
    names->setSpacing(1);
    names->addWidget(m_title);
    names->addWidget(m_what);
    auto *head = new QHBoxLayout;
    head->addLayout(names, 1);
    head->addWidget(new TextLabel(TextRole::Interface, &Tokens::text2, tr("Use this provider")));
    head->addSpacing(4);
    head->addWidget(m_use);

    m_remote = makeRemote();
    auto *nameGrid = new QGridLayout;
    nameGrid->setHorizontalSpacing(gridSpacing);
    nameGrid->setColumnStretch(1, 1);
    nameGrid->addWidget(caption(tr("Name")), 0, 0);
    nameGrid->addWidget(padded(m_name), 0, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 18, 20, 18);
    column->setSpacing(8);
    column->addLayout(head);
    column->addSpacing(6);
    column->addLayout(nameGrid);
    column->addWidget(m_remote);
    column->addSpacing(8);
    column->addWidget(m_test);

    connect(&Theme::instance(), &Theme::changed, this, &ProviderEditor::fitCaptions, Qt::QueuedConnection); // after their fonts
    fitCaptions();
    connect(m_use, &Switch::toggled, this, [this](bool on) {
        m_provider.enabled = on;
        Q_EMIT edited(m_provider);
    });
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_provider.name = text.trimmed();
        m_title->setText(m_provider.name);
        Q_EMIT edited(m_provider);
    });
    connect(m_dialect, &QComboBox::currentIndexChanged, this, [this] {
        m_provider.dialect = static_cast<Dialect>(m_dialect->currentData().toInt());
        m_key->show(m_provider);
        Q_EMIT edited(m_provider);
    });
    connect(m_url, &QLineEdit::textEdited, this, &ProviderEditor::takeUrl);
    connect(m_unencrypted, &WrappingCheckBox::toggled, this, [this](bool agreed) {
        agreed ? consentToPlainHttp(m_provider) : m_provider.unencryptedTo.clear();
        showUrlProblem(BaseUrlProblem::Insecure);
        Q_EMIT edited(m_provider);
    });
    connect(m_patience, &PatienceRow::edited, this, [this](const OwnPatience &own) {
        m_provider.patience = own;
        Q_EMIT edited(m_provider);
    });
    connect(m_certificates, &CertificateRow::edited, this, [this](const QString &path) {
        m_provider.certificates = path;
        Q_EMIT edited(m_provider);
    });
    connect(m_key, &KeyEditor::changed, this, &ProviderEditor::keyChanged);
    connect(m_test, &TestView::requested, this, [this] {
        m_test->showRunning();
        Q_EMIT testRequested(m_provider);
    });
}

/// Captions stand in one column, each as high as the field beside it, whatever the size of text.
void ProviderEditor::fitCaptions()
{
    const int high = m_name->sizeHint().height() + 8;
    int wide = captionWidth;
    const auto labels = findChildren<TextLabel *>();
    for (const TextLabel *each : labels) {
        if (each->property(captionProperty).toBool())
            wide = std::max(wide, each->sizeHint().width());
    }
    for (TextLabel *each : labels) {
        if (each->property(captionProperty).toBool())
            each->setFixedSize(wide, high);
    }
}

/// What only a real provider has.
QWidget *ProviderEditor::makeRemote()
{
    auto *urlColumn = new QVBoxLayout;
    urlColumn->setContentsMargins(4, 4, 4, 4);
    urlColumn->setSpacing(6);
    urlColumn->addWidget(m_url);
    urlColumn->addWidget(m_urlSentence);
    urlColumn->addWidget(m_unencrypted);
    auto *remote = new QWidget;
    auto *grid = new QGridLayout(remote);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    grid->setHorizontalSpacing(gridSpacing);
    grid->setColumnStretch(1, 1);
    grid->addWidget(caption(tr("Protocol")), 0, 0, Qt::AlignTop);
    grid->addWidget(padded(m_dialect), 0, 1, Qt::AlignLeft);
    grid->addWidget(caption(tr("Base URL")), 1, 0, Qt::AlignTop);
    grid->addLayout(urlColumn, 1, 1);
    grid->addWidget(caption(tr("API key")), 2, 0, Qt::AlignTop);
    grid->addWidget(m_key, 2, 1);
    grid->addWidget(caption(tr("Wait for reply")), 3, 0, Qt::AlignTop);
    grid->addWidget(m_patience, 3, 1);
    grid->addWidget(m_certificatesCaption, 4, 0, Qt::AlignTop);
    grid->addWidget(m_certificates, 4, 1);
    return remote;
}

void ProviderEditor::show(const Provider &provider, const PatienceSettings &usual)
{
    const QSignalBlocker quiet[] {QSignalBlocker(m_use), QSignalBlocker(m_dialect)};
    const bool another = provider.id != m_provider.id;
    m_provider = provider;
    m_title->setText(provider.name);
    m_what->setText(provider.simulated               ? tr("Runs inside Breakwater. Nothing is sent anywhere.")
            : provider.dialect == Dialect::Anthropic ? tr("Messages, streaming, batches")
                                                     : tr("Chat completions, streaming"));
    m_use->setChecked(provider.enabled);
    m_name->setText(provider.name);
    m_remote->setVisible(!provider.simulated);
    m_dialect->setCurrentIndex(m_dialect->findData(static_cast<int>(provider.dialect)));
    m_url->setFont(fontFor(TextRole::Code));
    m_url->setText(provider.baseUrl.toString());
    m_url->setCursorPosition(0); // a narrow field shows whose it is
    showUrlProblem(checkBaseUrl(provider.baseUrl));
    m_key->show(provider);
    m_patience->show(provider.patience, usual);
    m_certificates->show(provider.certificates);
    if (another)
        m_test->clear();
}

void ProviderEditor::setUsual(const PatienceSettings &usual)
{
    m_patience->show(m_provider.patience, usual);
}

void ProviderEditor::showTestResult(const TestResult &result)
{
    m_test->show(result);
}

void ProviderEditor::takeUrl()
{
    const QUrl url(m_url->text().trimmed(), QUrl::StrictMode);
    const BaseUrlProblem problem = m_url->text().trimmed().isEmpty() ? BaseUrlProblem::Empty
        : url.isValid()                                              ? checkBaseUrl(url)
                                                                     : BaseUrlProblem::NotHttp;
    const bool usable = problem == BaseUrlProblem::None || problem == BaseUrlProblem::Insecure;
    if (usable)
        m_provider.baseUrl = url;
    showUrlProblem(problem);
    if (!usable)
        return;
    m_key->show(m_provider); // whose key it is depends on the address
    m_test->clear(); // it spoke of another one
    Q_EMIT edited(m_provider);
}

void ProviderEditor::showUrlProblem(BaseUrlProblem problem)
{
    const bool open = problem == BaseUrlProblem::Insecure;
    const bool usable = problem == BaseUrlProblem::None || open;
    const bool agreed = open && !awaitsConsent(m_provider);
    setDanger(*m_url, !usable);
    m_urlSentence->setColor(agreed ? &Tokens::text2 : &Tokens::danger);
    m_urlSentence->setText(open && !agreed ? tr("%1 Nothing is sent there before you agree.").arg(sentenceFor(problem)) : sentenceFor(problem));
    m_urlSentence->setVisible(problem != BaseUrlProblem::None);
    const QSignalBlocker quiet(m_unencrypted);
    m_unencrypted->setVisible(open);
    m_unencrypted->setChecked(agreed);
    m_unencrypted->setText(tr("Send unencrypted to %1").arg(m_provider.baseUrl.host()));
    // Without encryption there is no certificate to judge.
    const bool encrypts = m_provider.baseUrl.scheme() == QLatin1String("https") || !m_provider.certificates.isEmpty();
    m_certificatesCaption->setVisible(encrypts);
    m_certificates->setVisible(encrypts);
}

} // namespace breakwater

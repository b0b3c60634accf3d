// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composer.h"

#include "ui/composer/attachmentreader.h"
#include "ui/composer/attachmentrow.h"
#include "ui/composer/contextnote.h"
#include "ui/composer/pastenote.h"
#include "ui/composer/routechip.h"
#include "ui/composer/sendbutton.h"
#include "ui/composer/versionnote.h"
#include "ui/keyboard/keysinforce.h"
#include "ui/prompts/promptmenu.h"
#include "ui/spelling/spellmarks.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"
#include "ui/words/moneywords.h"

#include <QLocale>
#include <QPainter>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace breakwater {

QString tokenEstimate(qint64 tokens)
{
    qint64 unit = 1;
    while (tokens / unit >= 100)
        unit *= 10;
    const qint64 rounded = (tokens + unit / 2) / unit * unit;
    if (rounded == 1)
        return Composer::tr("about 1 token");
    return Composer::tr("about %1 tokens").arg(QLocale().toString(rounded));
}

Composer::Composer(std::function<const RouteTable &()> routes, QWidget *parent)
    : QWidget(parent)
    , m_reader(new AttachmentReader(this))
    , m_version(new VersionNote(this))
    , m_note(new ContextNote(this))
    , m_pasted(new PasteNote(this))
    , m_files(new AttachmentRow(this))
    , m_edit(new ComposerEdit(this))
    , m_attach(new IconButton(Icon::Attach, tr("Attach a file"), this))
    , m_prompts(new PromptMenu(this))
    , m_chip(new RouteChip(std::move(routes), this))
    , m_instructions(new Button(Button::Kind::Quiet, tr("Instructions"), this))
    , m_estimate(new TextLabel(TextRole::Small, &Tokens::text3, {}, this))
    , m_send(new SendButton(this))
{
    setAccessibleName(tr("Composer"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumWidth(metrics::composerWidth);
    setCursor(Qt::IBeamCursor);
    setAcceptDrops(true);
    nameWithKeys(m_attach, tr("Attach a file"), ShellCommand::AttachFile);
    nameWithKeys(m_prompts, tr("Prompts"), ShellCommand::Prompts);
    m_attach->setObjectName(QStringLiteral("attach"));
    m_attach->setCursor(Qt::ArrowCursor);
    m_prompts->setCursor(Qt::ArrowCursor);
    m_chip->setCursor(Qt::ArrowCursor);
    m_send->setCursor(Qt::ArrowCursor);
    m_instructions->setObjectName(QStringLiteral("instructions"));
    m_instructions->setLeadingIcon(Icon::Lines);
    m_instructions->setCursor(Qt::ArrowCursor);
    m_instructions->hide();
    connect(m_instructions, &QAbstractButton::clicked, this, &Composer::instructionsWanted);
    setSendKey(SendKey::Enter);

    auto *text = new QVBoxLayout;
    text->setContentsMargins(6, 0, 2, 8);
    text->addWidget(m_edit);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(4);
    bar->addWidget(m_attach);
    bar->addWidget(m_prompts);
    bar->addWidget(m_chip);
    bar->addWidget(m_instructions);
    bar->addStretch(1);
    bar->addWidget(m_estimate);
    bar->addSpacing(10);
    bar->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->setSpacing(0);
    layout->addWidget(m_version);
    layout->addWidget(m_note);
    layout->addWidget(m_files);
    layout->addWidget(m_pasted);
    layout->addLayout(text);
    layout->addLayout(bar);

    m_edit->installEventFilter(this);
    connect(m_edit, &ComposerEdit::sendWanted, this, &Composer::submit);
    connect(m_edit, &ComposerEdit::filesGiven, this, &Composer::attachFiles);
    connect(m_edit, &ComposerEdit::imageGiven, this, &Composer::attachImage);
    connect(m_edit, &ComposerEdit::longTextGiven, this, &Composer::attachPasted);
    connect(m_pasted, &PasteNote::textWanted, this, [this](const AttachmentId &file, const QString &pasted) {
        remove(file);
        m_edit->textCursor().insertText(pasted);
        m_edit->ensureCursorVisible();
    });
    connect(m_reader, &AttachmentReader::done, this, &Composer::take);
    connect(m_attach, &QAbstractButton::clicked, this, &Composer::chooseFiles);
    connect(m_files, &AttachmentRow::removeWanted, this, &Composer::remove);
    connect(m_edit, &ComposerEdit::earlierWanted, this, &Composer::earlierWanted);
    connect(m_edit, &ComposerEdit::laterWanted, this, &Composer::laterWanted);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_sendsWhenRead.reset(); // who writes on is not done
        refresh();
        Q_EMIT edited();
    });
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, &Composer::cursorMoved);
    connect(m_note, &ContextNote::leaveOutWanted, this, &Composer::leaveOutWanted);
    connect(m_note, &ContextNote::sendAllWanted, this, [this] { Q_EMIT leaveOutWanted({}); });
    connect(m_note, &ContextNote::modelWanted, this, &Composer::modelWanted);
    connect(m_prompts, &PromptMenu::chosen, this, [this](const QString &prompt) {
        m_edit->textCursor().insertText(prompt);
        m_edit->ensureCursorVisible();
        m_edit->setFocus(Qt::OtherFocusReason);
    });
    connect(m_version, &VersionNote::dropped, this, &Composer::replacingDropped);
    m_send->setWords([this] { return SendButton::Words {m_chip->whoAnswers(), m_hours ? m_hours() : QString(), m_batch ? m_batch() : QString()}; });
    connect(m_send, &SendButton::sendWanted, this, &Composer::submit);
    connect(m_send, &SendButton::hoursWanted, this, &Composer::hoursWanted);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    setTurnUnderWay(false);
    refresh();
}

QString Composer::text() const
{
    return m_edit->toPlainText();
}

bool Composer::isEmpty() const
{
    return m_edit->document()->isEmpty() && m_attachments.empty() && !isReading();
}

Writing Composer::writing() const
{
    return {text(), m_attachments, {}, m_replaces, m_edit->textCursor().position()};
}

void Composer::setWriting(const Writing &writing)
{
    m_edit->setPlainText({});
    m_edit->document()->clearUndoRedoStacks();
    replaceWriting(writing);
    m_edit->document()->clearUndoRedoStacks();
}

void Composer::replaceWriting(const Writing &writing)
{
    m_sendsWhenRead.reset();
    m_edit->replaceText(writing.text);
    if (writing.cursor) {
        QTextCursor cursor = m_edit->textCursor();
        cursor.setPosition(static_cast<int>(std::clamp<qsizetype>(*writing.cursor, 0, m_edit->document()->characterCount() - 1)));
        m_edit->setTextCursor(cursor);
    }
    m_attachments = writing.attachments;
    m_pasted->forget();
    m_files->refuse({});
    setReplaces(writing.replaces);
    attachmentsChanged();
}

void Composer::setReplaces(const TurnId &turn)
{
    m_replaces = turn;
    m_edit->setRecalled(!turn.isEmpty());
    m_version->setShown(!turn.isEmpty());
}

void Composer::offer(const Writing &writing)
{
    const QString there = text();
    if (there != writing.text && !writing.text.isEmpty())
        m_edit->replaceText(m_edit->hasText() ? there + QStringLiteral("\n\n") + writing.text : writing.text);
    for (const Attachment &each : writing.attachments) {
        if (std::none_of(m_attachments.begin(), m_attachments.end(), [&each](const Attachment &known) { return known.id == each.id; }))
            m_attachments.push_back(each);
    }
    attachmentsChanged();
}

void Composer::clear()
{
    m_edit->replaceText({});
    m_attachments.clear();
    m_pasted->forget();
    m_files->refuse({});
    setReplaces({});
    attachmentsChanged();
}

void Composer::setTurnUnderWay(bool underWay)
{
    m_underWay = underWay;
    showPlaceholder();
}

void Composer::showPlaceholder()
{
    m_edit->setPlaceholderText(m_dropping ? tr("Drop to attach") : m_underWay ? tr("Write a message. It waits its turn.") : tr("Write a message"));
    m_edit->viewport()->update(); // Qt 6.4 repaints it only when it appears or goes
}

void Composer::setSendKey(SendKey key)
{
    m_edit->setSendKey(key);
    m_send->setKeys(key == SendKey::Enter ? tr("Enter") : tr("Ctrl+Enter"));
}

void Composer::setSpelling(SpellChecker &checker)
{
    new SpellMarks(*m_edit, checker, this);
}

void Composer::setInstructions(const QString &summary)
{
    m_instructions->setVisible(!summary.isEmpty());
    m_instructions->setToolTip(summary);
}

void Composer::setContext(const ContextSize &context)
{
    m_context = context;
    refresh();
}

void Composer::setWindows(const std::vector<ModelWindow> &windows)
{
    m_windows = windows;
    refreshContext(roughly());
}

QString Composer::estimate() const
{
    return m_estimate->text();
}

void Composer::submit(Timing timing)
{
    if (!m_send->isEnabled())
        return;
    m_sendsWhenRead = isReading() ? std::optional(timing) : std::nullopt;
    if (m_sendsWhenRead)
        refresh();
    else if (const QString problem = problemWithPages(); !problem.isEmpty())
        refuse(problem);
    else if (timing == Timing::OffPeak && m_hours && m_hours().isEmpty())
        Q_EMIT hoursWanted(); // the text stays
    else if (timing == Timing::Batch && m_batch && m_batch().isEmpty())
        refuse(tr("None of these models takes batches. They are for Anthropic’s own models; others can be sent off-peak."));
    else
        Q_EMIT submitted(writing(), timing);
}

void Composer::setCounted(qint64 tokens)
{
    if (!m_send->isEnabled() || isReading())
        return; // sent or cleared meanwhile, or not all of it
    m_estimate->setText(priced(tr("%1 tokens").arg(QLocale().toString(tokens)), tokens));
    m_estimate->setToolTip(tr("Counted by the provider, the conversation with it"));
    m_counted = tokens;
    refreshContext(roughly());
}

void Composer::refresh()
{
    m_counted.reset();
    m_estimate->setToolTip({});
    const bool some = m_edit->hasText() || !m_attachments.empty() || isReading();
    m_send->setEnabled(some);
    m_prompts->setHasText(m_edit->hasText());
    const qint64 written = roughly();
    const qint64 tokens = m_context.tokens() + written;
    m_estimate->setText(m_sendsWhenRead ? tr("Goes when the files are read") : some ? priced(tokenEstimate(tokens), tokens) : QString());
    refreshContext(written);
}

/// Tokens of what stands here.
qint64 Composer::roughly() const
{
    qint64 tokens = 0;
    for (QTextBlock block = m_edit->document()->begin(); block.isValid(); block = block.next())
        tokens += roughTokens(block.text());
    for (const Attachment &each : m_attachments)
        tokens += tokensIn(each);
    return tokens;
}

/// `written`: tokens of what stands here.
void Composer::refreshContext(qint64 written)
{
    if (m_windows.empty()) {
        m_note->setLeftOut(m_context.leftOut());
        return;
    }
    const ContextFit fit = m_context.fit(written, m_windows.front().most, m_counted);
    const auto larger = std::find_if(m_windows.begin(), m_windows.end(), [&fit](const ModelWindow &each) { return each.most >= fit.tokens; });
    m_note->setFit(fit, m_context.leftOut(), m_windows.front(), larger == m_windows.end() ? nullptr : &*larger);
}

/// Without the answer: how long that will be, nobody knows yet.
QString Composer::priced(const QString &words, qint64 tokens) const
{
    const double dollars = m_priceOf ? m_priceOf(tokens).value_or(0.0) : 0.0;
    return dollars > 0.0 ? tr("%1, %2 to read").arg(words, money(dollars)) : words;
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

void Composer::mousePressEvent(QMouseEvent *)
{
    m_edit->setFocus(Qt::MouseFocusReason);
}

void Composer::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_dropping ? QPen(tokens.accent, 2) : QPen(m_edit->hasFocus() ? tokens.control : tokens.line2, tokens.border));
    painter.setBrush(m_dropping ? tokens.selected : tokens.raised);
    painter.drawRoundedRect(bordered(rect(), tokens), metrics::bubbleRadius, metrics::bubbleRadius);
}

} // namespace breakwater

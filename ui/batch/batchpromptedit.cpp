// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchpromptedit.h"

#include "core/chat/prompttemplate.h"
#include "ui/composer/composeredit.h"
#include "ui/style/theme.h"

#include <QSyntaxHighlighter>

namespace breakwater {

namespace {

constexpr int leastPromptHeight = 110;

} // namespace

/// Variables in the colour of code, unknown ones underlined. A name has no line break in it, so each line is read alone.
class VariableMarks final : public QSyntaxHighlighter
{
public:
    explicit VariableMarks(QTextDocument *document)
        : QSyntaxHighlighter(document)
    {
    }
    void setUnknown(const QStringList &variables)
    {
        if (m_unknown == variables)
            return;
        m_unknown = variables;
        rehighlight();
    }

protected:
    void highlightBlock(const QString &text) override
    {
        const Tokens &tokens = Theme::instance().tokens();
        for (const VariablePlace &each : variablePlacesIn(text)) {
            QTextCharFormat format;
            const bool isUnknown = m_unknown.contains(each.name);
            format.setForeground(isUnknown ? tokens.danger : tokens.codeKeyword);
            if (isUnknown) {
                format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
                format.setUnderlineColor(tokens.danger);
            }
            setFormat(static_cast<int>(each.at), static_cast<int>(each.length), format);
        }
    }

private:
    QStringList m_unknown;
};

BatchPromptEdit::BatchPromptEdit(QWidget *parent)
    : FieldEdit(leastPromptHeight, parent)
    , m_marks(new VariableMarks(document()))
{
    connect(&Theme::instance(), &Theme::changed, this, [this] { m_marks->rehighlight(); });
}

void BatchPromptEdit::setUnknown(const QStringList &variables)
{
    m_marks->setUnknown(variables);
}

void BatchPromptEdit::insertVariable(const QString &name)
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock(); // undone alone
    cursor.insertText(QString(QStringLiteral("{{") + name + QStringLiteral("}}")));
    cursor.endEditBlock();
    setFocus(Qt::OtherFocusReason);
}

bool BatchPromptEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return !holdsFiles(*source) && FieldEdit::canInsertFromMimeData(source);
}

} // namespace breakwater

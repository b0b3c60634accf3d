// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/attachmentrow.h"

#include "ui/style/button.h"
#include "ui/style/filechip.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"
#include "ui/words/attachmentwords.h"

#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int gap = 8;
constexpr int removeSide = 24;
constexpr int removeInside = removeSide - 5; // beyond the side that the chip has anyhow
constexpr int textLeft = 8; // as the text of the composer begins

/// A file of the draft, with a way to leave it out.
class Chip : public QWidget
{
public:
    Chip(FileChip file, QWidget *parent)
        : QWidget(parent)
        , m_file(std::move(file))
        , m_remove(new IconButton(Icon::Close, AttachmentRow::tr("Remove %1").arg(m_file.name), this))
    {
        m_remove->setExtent(removeSide, 12);
        m_remove->setCursor(Qt::ArrowCursor);
        setAccessibleName(AttachmentRow::tr("%1, %2").arg(m_file.name, m_file.size));
        setToolTip(m_file.name);
        setCursor(Qt::ArrowCursor);
    }
    [[nodiscard]] IconButton *removeButton() const { return m_remove; }
    [[nodiscard]] QSize sizeHint() const override { return {static_cast<int>(m_file.width()) + removeInside, static_cast<int>(FileChip::height())}; }

protected:
    void resizeEvent(QResizeEvent *) override
    {
        const QSize size = m_remove->sizeHint();
        m_remove->setGeometry(QRect(QPoint(width() - size.width() - 3, (height() - size.height()) / 2), size));
    }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_file.paint(painter, rect(), removeInside);
    }

private:
    FileChip m_file;
    IconButton *m_remove;
};

} // namespace

AttachmentRow::AttachmentRow(QWidget *parent)
    : QWidget(parent)
    , m_refusal(new TextLabel(TextRole::Small, &Tokens::danger, {}, this))
{
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    setAccessibleName(tr("Attachments"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
    connect(&Theme::instance(), &Theme::changed, this, &AttachmentRow::refresh);
}

void AttachmentRow::setAttachments(const std::vector<Attachment> &attachments, const std::vector<ComingFile> &coming)
{
    for (QWidget *chip : m_chips) { // it may be a chip that is calling
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    for (const Attachment &attachment : attachments)
        addChip(attachment.id, {attachment.kind == AttachmentKind::Image ? Icon::Image : Icon::File, attachment.name, fileWords(attachment)});
    for (const ComingFile &file : coming)
        addChip(file.id, {Icon::File, file.name, tr("reading…")});
    refresh();
}

void AttachmentRow::addChip(const AttachmentId &id, const FileChip &file)
{
    auto *chip = new Chip(file, this);
    connect(chip->removeButton(), &QAbstractButton::clicked, this, [this, id] { Q_EMIT removeWanted(id); });
    chip->show();
    m_chips.push_back(chip);
}

void AttachmentRow::refuse(const QString &sentence)
{
    m_refusal->setText(sentence);
    m_refusal->setVisible(!sentence.isEmpty());
    refresh();
}

QString AttachmentRow::refusal() const
{
    return m_refusal->text();
}

void AttachmentRow::refresh()
{
    setVisible(!m_chips.empty() || !m_refusal->text().isEmpty());
    if (width() > 0)
        setFixedHeight(place(width(), false));
    updateGeometry();
}

int AttachmentRow::place(int width, bool measureOnly) const
{
    int x = 0;
    int y = 0;
    for (QWidget *chip : m_chips) {
        const QSize size = chip->sizeHint().boundedTo(QSize(width, INT_MAX));
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += size.height() + gap;
        }
        if (!measureOnly)
            chip->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + gap;
    }
    if (!m_chips.empty())
        y += static_cast<int>(FileChip::height()) + gap;
    if (m_refusal->text().isEmpty())
        return y;
    const int height = m_refusal->heightForWidth(width - textLeft);
    if (!measureOnly)
        m_refusal->setGeometry(textLeft, y, width - textLeft, height);
    return y + height + gap;
}

int AttachmentRow::heightForWidth(int width) const
{
    return place(width, true);
}

QSize AttachmentRow::sizeHint() const
{
    return {200, place(std::max(width(), 200), true)};
}

void AttachmentRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        refresh();
}

} // namespace breakwater

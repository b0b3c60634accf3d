// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptaccessible.h"

#include "ui/transcript/transcriptview.h"

#include <QPointer>
#include <QWindow>

#include <algorithm>

namespace breakwater {

namespace {

/// One message. It outlives its row: then it is not valid.
class MessageAccessible final : public QAccessibleInterface, public QAccessibleTextInterface
{
public:
    MessageAccessible(TranscriptView *view, MessageId id)
        : m_view(view)
        , m_id(std::move(id))
    {
    }
    [[nodiscard]] const MessageId &id() const { return m_id; }

    [[nodiscard]] bool isValid() const override { return place().has_value(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override { return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QRect rect() const override
    {
        const auto at = place();
        return at ? m_view->messageRect(*at) : QRect();
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = state.multiLine = state.selectableText = true;
        const auto at = place();
        state.invalid = !at;
        state.offscreen = at && !m_view->viewport()->rect().translated(m_view->viewport()->mapToGlobal(QPoint())).intersects(m_view->messageRect(*at));
        state.busy = at && m_view->isMessageGrowing(*at);
        return state;
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const auto at = place();
        return at && kind == QAccessible::Name ? m_view->messageName(*at) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] int childCount() const override { return static_cast<int>(widgets().size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        const auto all = widgets();
        return index >= 0 && index < static_cast<int>(all.size()) ? QAccessible::queryAccessibleInterface(all[static_cast<std::size_t>(index)]) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (QAccessibleInterface *each = child(i); each && each->rect().contains(x, y))
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto all = widgets();
        const auto found = std::find_if(all.begin(), all.end(), [child](QWidget *each) { return child && child->object() == each; });
        return found == all.end() ? -1 : static_cast<int>(found - all.begin());
    }
    void *interface_cast(QAccessible::InterfaceType type) override { return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this) : nullptr; }

    // What is read.
    [[nodiscard]] QString text(int from, int to) const override { return whole().mid(from, to - from); }
    [[nodiscard]] int characterCount() const override { return static_cast<int>(whole().size()); }
    [[nodiscard]] int cursorPosition() const override { return m_cursor; }
    void setCursorPosition(int position) override { m_cursor = std::clamp(position, 0, characterCount()); }
    void selection(int, int *from, int *to) const override { *from = *to = 0; }
    [[nodiscard]] int selectionCount() const override { return 0; }
    void addSelection(int, int) override { }
    void removeSelection(int) override { }
    void setSelection(int, int, int) override { }
    [[nodiscard]] QRect characterRect(int) const override { return rect(); } // the paragraph would do; a reader asks for where to point
    [[nodiscard]] int offsetAtPoint(const QPoint &) const override { return 0; }
    void scrollToSubstring(int, int) override
    {
        if (m_view)
            m_view->scrollToMessage(m_id);
    }
    [[nodiscard]] QString attributes(int, int *from, int *to) const override
    {
        *from = 0;
        *to = characterCount();
        return {};
    }

private:
    [[nodiscard]] std::optional<int> place() const { return m_view ? m_view->placeOfMessage(m_id) : std::nullopt; }
    [[nodiscard]] QString whole() const
    {
        const auto at = place();
        return at ? m_view->messageText(*at) : QString();
    }
    [[nodiscard]] std::vector<QWidget *> widgets() const
    {
        const auto at = place();
        return at ? m_view->messageWidgets(*at) : std::vector<QWidget *> {};
    }

    QPointer<TranscriptView> m_view;
    MessageId m_id;
    int m_cursor = 0;
};

QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    if (className != QLatin1String("breakwater::TranscriptView"))
        return nullptr;
    auto *view = qobject_cast<TranscriptView *>(object);
    return view ? new TranscriptAccessible(view) : nullptr;
}

} // namespace

TranscriptAccessible::TranscriptAccessible(TranscriptView *view)
    : QAccessibleWidget(view, QAccessible::List)
{
}

TranscriptAccessible::~TranscriptAccessible()
{
    for (const QAccessible::Id item : std::as_const(m_items))
        QAccessible::deleteAccessibleInterface(item);
}

void TranscriptAccessible::install()
{
    QAccessible::installFactory(makeAccessible);
}

TranscriptView &TranscriptAccessible::view() const
{
    return *static_cast<TranscriptView *>(widget());
}

int TranscriptAccessible::childCount() const
{
    return widget() ? view().messageCount() : 0;
}

QAccessibleInterface *TranscriptAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const MessageId id = view().messageAt(index);
    if (const auto known = m_items.constFind(id); known != m_items.cend()) {
        if (QAccessibleInterface *item = QAccessible::accessibleInterface(*known))
            return item;
    }
    auto *item = new MessageAccessible(&view(), id);
    m_items.insert(id, QAccessible::registerAccessibleInterface(item));
    return item;
}

int TranscriptAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *item = dynamic_cast<const MessageAccessible *>(child);
    return item && widget() ? view().placeOfMessage(item->id()).value_or(-1) : -1;
}

QAccessibleInterface *TranscriptAccessible::childAt(int x, int y) const
{
    if (!widget() || !view().viewport()->rect().contains(view().viewport()->mapFromGlobal(QPoint(x, y))))
        return nullptr;
    const auto at = view().messageUnder(view().viewport()->mapFromGlobal(QPoint(x, y)));
    return at ? child(*at) : nullptr;
}

QAccessibleInterface *TranscriptAccessible::focusChild() const
{
    return widget() && widget()->hasFocus() && childCount() > 0 ? child(view().placeOfMessage(view().place().first).value_or(0)) : nullptr;
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"
#include "ui/transcript/messagelayout.h"

#include <QImage>
#include <QPainter>

#include <algorithm>

namespace breakwater {

/// Takes `bytes` for an answer: the first says in which pieces it comes. It is cut, built, laid out, painted, touched
/// and copied; empty when it ended as the whole text does, else in what it differs.
[[nodiscard]] inline QString transcriptFault(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes.mid(1));
    const qsizetype piece = bytes.isEmpty() ? 1 : 1 + static_cast<unsigned char>(bytes[0]) % 96;
    constexpr qreal width = 420;

    QImage image(440, 300, QImage::Format_ARGB32_Premultiplied);
    const auto look = [&](MessageLayout &layout) {
        QPainter painter(&image);
        const std::pair selected(layout.placeAt({40, 12}), layout.placeAt({300, layout.height() - 8}));
        layout.paint(painter, QRectF(0, 0, 440, 300), Theme::instance().tokens(),
            selected.first <= selected.second ? std::optional(selected) : std::nullopt);
        (void)layout.linkAt({60, 12});
        (void)layout.codeAt({60, 40});
        (void)layout.endCaret();
        (void)layout.text({}, layout.end());
        (void)layout.markdown({}, layout.end());
        if (selected.first <= selected.second)
            (void)layout.markdown(selected.first, selected.second);
        // The caret goes through what is there, and stays inside of it.
        MessagePlace place;
        for (int i = 0; i < 12; ++i) {
            (void)layout.caretAt(place);
            place = layout.stepped(place, i % 3 == 0 ? CaretStep::WordAfter : CaretStep::After).value_or(place);
        }
        (void)layout.stepped(layout.end(), CaretStep::WordBefore);
    };

    MessageLayout growing(MessageLayout::Kind::Answer);
    int steps = 0;
    for (qsizetype end = piece; end < text.size(); end += piece) {
        if (text[end - 1].isHighSurrogate())
            continue;
        growing.setText(text.left(end), true);
        growing.layOut(width);
        if (++steps % 8 == 0)
            look(growing);
    }
    growing.setText(text, false);
    growing.layOut(width);
    look(growing);

    MessageLayout whole(MessageLayout::Kind::Answer);
    whole.setText(text, false);
    whole.layOut(width);
    if (growing.partCount() != whole.partCount())
        return QStringLiteral("%1 parts, not %2").arg(growing.partCount()).arg(whole.partCount());
    if (growing.text({}, growing.end()) != whole.text({}, whole.end()))
        return QStringLiteral("another text: %1\nnot: %2")
            .arg(growing.text({}, growing.end()), whole.text({}, whole.end()));
    if (growing.height() != whole.height())
        return QStringLiteral("%1 px high, not %2").arg(growing.height()).arg(whole.height());
    return {};
}

} // namespace breakwater

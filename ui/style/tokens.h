// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/sample.h"

#include <QColor>
#include <QFont>
#include <QRectF>

namespace breakwater {

enum class Scheme { Light, Dark };
enum class Contrast { Usual, High };

/// The colours of one scheme. Text meets 4.5:1 on every ground it is used on, marks meet 3:1; with high contrast text meets 7:1.
struct Tokens
{
    QColor canvas; ///< transcript, pages
    QColor sidebar; ///< sidebar, panels, status bar
    QColor raised; ///< cards, composer, menus, fields
    QColor sunken; ///< code, segmented control
    QColor bubble; ///< the user's messages
    QColor selected;
    QColor hover;
    QColor text;
    QColor text2; ///< second line, icons
    QColor text3; ///< times, hints, axis labels
    QColor accent; ///< "act here" or "this is live", nothing else
    QColor accentHover;
    QColor accentPressed;
    QColor onAccent;
    QColor danger; ///< needs the reader
    QColor line;
    QColor line2;
    QColor track; ///< under what fills: a ring, a bar, the line of a wait
    qreal border = 1; ///< pixels that lines and borders are wide
    QColor control; ///< check boxes, field underline, switch off
    QColor ink; ///< a paused route
    QColor stripe;
    QColor codeKeyword;
    QColor codeString;
    QColor codeNumber;
    QColor codeComment;
    struct Status
    {
        QColor mark;
        QColor ground; ///< under the pattern
    };
    Status answered;
    Status ownLimit;
    Status overloaded;
    Status serverError;
    Status network;

    [[nodiscard]] const Status &status(SampleClass which) const;
};

[[nodiscard]] const Tokens &tokensOf(Scheme scheme, Contrast contrast = Contrast::Usual);

/// Where the pen of a border goes, so that all of it is inside of `box`.
[[nodiscard]] QRectF bordered(const QRectF &box, const Tokens &tokens);

/// Sizes in logical pixels, on a grid of 4.
namespace metrics {
inline constexpr int controlHeight = 32;
inline constexpr int smallControlHeight = 28;
inline constexpr int rowHeight = 34;
inline constexpr int headerHeight = 52;
inline constexpr int statusBarHeight = 30;
inline constexpr int sidebarWidth = 268;
inline constexpr int narrowSidebarWidth = 236; ///< beside the weather panel
inline constexpr int weatherWidth = 384;
inline constexpr int messageWidth = 696; ///< at most
inline constexpr int bubbleWidth = 560; ///< at most
inline constexpr int composerWidth = 736; ///< at most
inline constexpr int controlRadius = 8;
inline constexpr int cardRadius = 12;
inline constexpr int bubbleRadius = 14;
} // namespace metrics

enum class TextRole { Display, PageTitle, Heading, Message, Interface, InterfaceStrong, Small, Micro, MicroStrong, Code };

/// The font of a role: Inter where it is installed, else the system's; scaled by Theme's text size.
[[nodiscard]] QFont fontFor(TextRole role);
/// The same for what is read, with its zoom.
[[nodiscard]] QFont readingFont(TextRole role);

} // namespace breakwater

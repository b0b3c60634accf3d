// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/icons.h"

#include <QAbstractButton>

#include <optional>

namespace breakwater {

/// A text button painted to the tokens: rest, hover, pressed, focus ring and off. UI thread.
class Button : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Kind {
        Main, ///< the one thing to do here
        Plain,
        Quiet, ///< no border: Cancel
        Danger, ///< takes something away
    };
    enum class Size { Normal, Small };

    Button(Kind kind, const QString &text, QWidget *parent = nullptr);

    void setKind(Kind kind);
    void setSize(Size size);
    /// Shown before the text, in its colour.
    void setLeadingIcon(Icon which);
    /// Stands against another one at this edge (left or right) and shares it.
    void setJoined(Qt::Edge edge);
    /// Shown after the text, smaller and quieter: the button's key.
    void setHint(const QString &hint);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QFont labelFont() const;
    [[nodiscard]] QColor labelColor() const;

    Kind m_kind;
    Size m_size = Size::Normal;
    std::optional<Icon> m_icon;
    std::optional<Qt::Edge> m_joined;
    QString m_hint;
};

/// A square button that shows an icon alone. `name` is its accessible name and its tooltip.
class IconButton : public QAbstractButton
{
    Q_OBJECT
public:
    IconButton(Icon which, const QString &name, QWidget *parent = nullptr);

    void setWhich(Icon which);
    /// Accessible name and tooltip; `shortcut`, when there is one, is added to the tooltip.
    void setName(const QString &name, const QKeySequence &shortcut = {});
    /// The side of the button and of the icon in it.
    void setExtent(int side, int iconExtent);

    [[nodiscard]] QSize sizeHint() const override { return {m_side, m_side}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Icon m_which;
    int m_side = metrics::controlHeight;
    int m_iconSize = 16;
};

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/numberfield.h"

#include "ui/style/theme.h"

#include <QLineEdit>
#include <QPainter>
#include <QWheelEvent>

namespace breakwater {

namespace {

/// Paints the unit over the line edit's own, quieter. A QLineEdit has one text colour.
class UnitEdit : public QLineEdit
{
public:
    explicit UnitEdit(const QDoubleSpinBox &box)
        : m_box(box)
    {
        setFrame(false);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QLineEdit::paintEvent(event);
        const QString unit = m_box.suffix();
        if (unit.isEmpty() || !text().endsWith(unit))
            return;
        constexpr int ownMargin = 2; // of every QLineEdit
        const QString number = text().chopped(unit.size());
        const int left = ownMargin + fontMetrics().horizontalAdvance(number);
        const QRect place(left, 0, fontMetrics().horizontalAdvance(unit) + 1, height());
        if (place.right() > width())
            return; // scrolled: leave it as it is
        QPainter painter(this);
        const Tokens &tokens = Theme::instance().tokens();
        painter.fillRect(place.adjusted(2, 3, 0, -3), tokens.raised);
        painter.setFont(font());
        painter.setPen(tokens.text3);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, unit);
    }

private:
    const QDoubleSpinBox &m_box;
};

} // namespace

NumberField::NumberField(const QString &name, QWidget *parent)
    : QDoubleSpinBox(parent)
{
    setLineEdit(new UnitEdit(*this)); // the box owns it
    setAccessibleName(name);
    lineEdit()->setAccessibleName(name); // to a screen reader a field in the field
    setDecimals(0);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QString NumberField::textFromValue(double value) const
{
    QString text = QDoubleSpinBox::textFromValue(value);
    const QString point = locale().decimalPoint();
    if (decimals() > 0 && text.contains(point)) {
        while (text.endsWith(locale().zeroDigit()))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
    }
    return text;
}

void NumberField::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QDoubleSpinBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace breakwater

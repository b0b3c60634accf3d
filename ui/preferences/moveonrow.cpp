// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/moveonrow.h"

#include "ui/style/numberfield.h"
#include "ui/style/statusmark.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPainter>

namespace breakwater {

namespace {
constexpr int markPlace = 26; // after the check box
constexpr int markSize = 12;
} // namespace

MoveOnRow::MoveOnRow(SampleClass which, const QString &name, std::optional<int> tries, QWidget *parent)
    : QWidget(parent)
    , m_which(which)
    , m_on(new QCheckBox)
    , m_tries(new NumberField(tr("%1: tries before moving on").arg(name)))
    , m_after(new TextLabel(TextRole::Interface, &Tokens::text2, tr("after")))
    , m_unit(new TextLabel(TextRole::Interface, &Tokens::text2, {}))
    , m_instead(new TextLabel(TextRole::Interface, &Tokens::text2, tr("wait for it instead")))
{
    m_on->setAccessibleName(tr("Move on when: %1").arg(name));
    m_on->setChecked(tries.has_value());
    m_tries->setRange(1, 20);
    m_tries->setValue(tries.value_or(2));
    m_tries->setFixedWidth(60);
    m_unit->setMinimumWidth(QFontMetrics(m_unit->font()).horizontalAdvance(tr("tries")) + 2);
    setMinimumHeight(36);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_on);
    row->addSpacing(markSize + 10);
    row->addWidget(new TextLabel(TextRole::Interface, &Tokens::text, name));
    row->addStretch();
    row->addWidget(m_after);
    row->addWidget(m_tries);
    row->addWidget(m_unit);
    row->addWidget(m_instead);
    connect(m_on, &QCheckBox::toggled, this, [this] {
        showState();
        Q_EMIT changed();
    });
    connect(m_tries, &NumberField::valueChanged, this, [this] {
        showState();
        Q_EMIT changed();
    });
    showState();
}

std::optional<int> MoveOnRow::tries() const
{
    return m_on->isChecked() ? std::optional(qRound(m_tries->value())) : std::nullopt;
}

void MoveOnRow::showState()
{
    const bool on = m_on->isChecked();
    m_after->setVisible(on);
    m_tries->setVisible(on);
    m_unit->setVisible(on);
    m_instead->setVisible(!on);
    m_unit->setText(qRound(m_tries->value()) == 1 ? tr("try") : tr("tries"));
}

void MoveOnRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintStatusMark(painter, QRectF(markPlace, (height() - markSize) / 2.0, markSize, markSize), m_which,
        Theme::instance().tokens());
}

} // namespace breakwater

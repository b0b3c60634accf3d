// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/daydialog.h"

#include "ui/style/button.h"
#include "ui/style/textlabel.h"

#include <QBoxLayout>
#include <QDateEdit>

namespace breakwater {

DayDialog::DayDialog(const QString &question, const QDate &day, bool canRemove, QWidget *parent)
    : QDialog(parent)
    , m_edit(new QDateEdit(day, this))
{
    setWindowTitle(tr("Search – Breakwater"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *heading = new TextLabel(TextRole::Heading, &Tokens::text, question, this);
    heading->setBuddy(m_edit);
    m_edit->setObjectName(QStringLiteral("day"));
    m_edit->setAccessibleName(question);
    m_edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd")); // as it is written into the search
    m_edit->setMinimumWidth(280);
    auto *cancel = new Button(Button::Kind::Quiet, tr("Cancel"), this);
    auto *set = new Button(Button::Kind::Main, tr("Search"), this);
    set->setObjectName(QStringLiteral("set"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    if (canRemove) {
        auto *remove = new Button(Button::Kind::Plain, tr("Any day"), this);
        remove->setObjectName(QStringLiteral("remove"));
        buttons->addWidget(remove);
        connect(remove, &QAbstractButton::clicked, this, [this] {
            Q_EMIT chosen({});
            accept();
        });
    }
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(set);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    column->addWidget(heading);
    column->addWidget(m_edit);
    column->addSpacing(8);
    column->addLayout(buttons);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(set, &QAbstractButton::clicked, this, [this] {
        Q_EMIT chosen(m_edit->date());
        accept();
    });
    m_edit->setFocus();
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/folderdialog.h"

#include "ui/style/button.h"
#include "ui/style/textlabel.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace breakwater {

FolderDialog::FolderDialog(QWidget *parent)
    : QDialog(parent)
    , m_edit(new QLineEdit(this))
{
    setWindowTitle(tr("New folder – Breakwater"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *heading = new TextLabel(TextRole::Heading, &Tokens::text, tr("Name of the folder"), this);
    heading->setBuddy(m_edit);
    m_edit->setObjectName(QStringLiteral("folder"));
    m_edit->setAccessibleName(heading->text());
    m_edit->setMaxLength(100);
    m_edit->setMinimumWidth(320);
    auto *cancel = new Button(Button::Kind::Quiet, tr("Cancel"), this);
    auto *create = new Button(Button::Kind::Main, tr("Create"), this);
    create->setObjectName(QStringLiteral("create"));
    create->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(create);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    column->addWidget(heading);
    column->addWidget(m_edit);
    column->addSpacing(8);
    column->addLayout(buttons);
    connect(m_edit, &QLineEdit::textChanged, this, [this, create] { create->setEnabled(!name().isEmpty()); });
    connect(m_edit, &QLineEdit::returnPressed, create, &QAbstractButton::click);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(create, &QAbstractButton::clicked, this, [this] {
        Q_EMIT named(name());
        accept();
    });
}

QString FolderDialog::name() const
{
    return m_edit->text().simplified();
}

} // namespace breakwater

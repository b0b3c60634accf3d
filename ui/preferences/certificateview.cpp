// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/certificateview.h"

#include "ui/style/button.h"
#include "ui/style/card.h"
#include "ui/style/textlabel.h"
#include "ui/words/tlswords.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace breakwater {

namespace {

/// A fingerprint has no spaces to break at.
QString breakable(QString value)
{
    return value.replace(QLatin1Char(':'), QLatin1String(":") + QChar(0x200B));
}

} // namespace

CertificateView::CertificateView(const CertificateFacts &certificate, QWidget *parent)
    : QWidget(parent)
{
    auto *show = new Button(Button::Kind::Plain, tr("Show certificate"));
    show->setObjectName(QStringLiteral("showCertificate"));
    show->setSize(Button::Size::Small);
    auto *copy = new Button(Button::Kind::Quiet, tr("Copy"));
    copy->setObjectName(QStringLiteral("copyCertificate"));
    copy->setLeadingIcon(Icon::Copy);
    copy->setSize(Button::Size::Small);
    copy->hide();

    auto *details = new Card(Card::Ground::Panel);
    details->setObjectName(QStringLiteral("certificateDetails"));
    details->hide();
    auto *grid = new QGridLayout(details);
    grid->setContentsMargins(14, 12, 14, 12);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const CertificateLine &each : certificateLines(certificate)) {
        const bool isFingerprint = each.value == certificate.fingerprint;
        auto *value = new TextLabel(isFingerprint ? TextRole::Code : TextRole::Small, &Tokens::text, isFingerprint ? breakable(each.value) : each.value);
        value->setWordWrap(true);
        grid->addWidget(new TextLabel(TextRole::Small, &Tokens::text2, each.name), row, 0, Qt::AlignTop);
        grid->addWidget(value, row++, 1);
    }

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(show);
    buttons->addWidget(copy);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(25, 0, 4, 4); // below the words of the line before it; room for focus rings
    column->setSpacing(8);
    column->addLayout(buttons);
    column->addWidget(details);
    connect(show, &Button::clicked, this, [show, copy, details] {
        const bool open = details->isHidden();
        details->setVisible(open);
        copy->setVisible(open);
        show->setText(open ? tr("Hide certificate") : tr("Show certificate"));
        show->updateGeometry();
    });
    connect(copy, &Button::clicked, this, [certificate] { QGuiApplication::clipboard()->setText(certificateText(certificate)); });
}

} // namespace breakwater

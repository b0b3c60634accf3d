// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/certificaterow.h"

#include "core/base/certificatefile.h"
#include "ui/style/breakwaterstyle.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"
#include "ui/words/tlswords.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QVBoxLayout>

namespace breakwater {

CertificateRow::CertificateRow(QWidget *parent)
    : QWidget(parent)
    , m_file(new QLineEdit)
    , m_remove(new Button(Button::Kind::Plain, tr("Remove")))
    , m_sentence(new TextLabel(TextRole::Small, &Tokens::text2, {}))
{
    m_file->setObjectName(QStringLiteral("certificates"));
    m_file->setAccessibleName(tr("Certificates"));
    m_file->setReadOnly(true);
    m_file->setPlaceholderText(tr("The system’s own"));
    m_remove->setObjectName(QStringLiteral("removeCertificates"));
    m_sentence->setObjectName(QStringLiteral("certificatesSentence"));
    m_sentence->setWordWrap(true);
    auto *choose = new Button(Button::Kind::Plain, tr("Choose…"));
    choose->setObjectName(QStringLiteral("chooseCertificates"));
    choose->setToolTip(tr("A file with the certificates of authorities that this server may be vouched for by, besides those that the system knows. For a network or a server of your own."));
    connect(choose, &Button::clicked, this, &CertificateRow::askForFile);
    connect(m_remove, &Button::clicked, this, [this] { use({}); });

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_file, 1);
    line->addWidget(choose);
    line->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(6);
    column->addLayout(line);
    column->addWidget(m_sentence);
    show({});
}

void CertificateRow::show(const QString &path)
{
    m_file->setText(QFileInfo(path).fileName());
    m_file->setToolTip(QDir::toNativeSeparators(path));
    m_remove->setVisible(!path.isEmpty());
    m_sentence->setVisible(!path.isEmpty());
    if (path.isEmpty()) {
        setDanger(*m_file, false);
        return;
    }
    const auto certificates = readCertificateFile(path);
    setDanger(*m_file, !certificates);
    m_sentence->setColor(certificates ? &Tokens::text2 : &Tokens::danger);
    if (!certificates)
        m_sentence->setText(certificateFileSentence(certificates.error(), path) + QLatin1Char(' ') + tr("Nothing is sent meanwhile."));
    else if (certificates->size() == 1)
        m_sentence->setText(tr("Trusted besides the system’s own: %1").arg(certificates->front().subjectDisplayName().simplified().left(80)));
    else
        m_sentence->setText(tr("%1 certificates, trusted besides the system’s own").arg(certificates->size()));
}

void CertificateRow::use(const QString &path)
{
    show(path);
    Q_EMIT edited(path);
}

void CertificateRow::askForFile()
{
    // Opened, not executed: no event loop inside an event loop.
    auto *dialog = new QFileDialog(this, tr("Choose certificates"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &CertificateRow::use);
    dialog->open();
}

} // namespace breakwater

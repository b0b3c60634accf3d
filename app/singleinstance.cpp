// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace breakwater {

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent)
    : QObject(parent)
{
    const QByteArray folder = QFileInfo(dataFolder).absoluteFilePath().toUtf8();
    m_name = QStringLiteral("breakwater-") + QString::fromLatin1(QCryptographicHash::hash(folder, QCryptographicHash::Sha256).toHex().left(16));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        m_server.nextPendingConnection()->deleteLater();
        Q_EMIT raised();
    });
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        if (!std::exchange(m_decided, true))
            Q_EMIT isSecond();
    });
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] {
        if (!std::exchange(m_decided, true))
            becomeFirst();
    });
}

void SingleInstance::look()
{
    QMetaObject::invokeMethod(this, [this] { m_socket.connectToServer(m_name); }, Qt::QueuedConnection);
}

void SingleInstance::becomeFirst()
{
    // Nobody answers there, so what may be left of the name is of a program that was killed.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
    Q_EMIT isFirst();
}

} // namespace breakwater

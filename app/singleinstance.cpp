// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace breakwater {

namespace {

constexpr qint64 longestWish = 64; // bytes

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, WindowWish wish, QObject *parent)
    : QObject(parent)
    , m_wish(wish)
{
    const QByteArray folder = QFileInfo(dataFolder).absoluteFilePath().toUtf8();
    m_name = QStringLiteral("breakwater-") + QString::fromLatin1(QCryptographicHash::hash(folder, QCryptographicHash::Sha256).toHex().left(16));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::hear);
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        if (std::exchange(m_decided, true))
            return;
        m_socket.write(wordOf(m_wish));
        m_socket.disconnectFromServer(); // once it is written
    });
    connect(&m_socket, &QLocalSocket::disconnected, this, &SingleInstance::isSecond);
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] {
        if (!std::exchange(m_decided, true))
            becomeFirst();
    });
}

void SingleInstance::look()
{
    QMetaObject::invokeMethod(this, [this] { m_socket.connectToServer(m_name); }, Qt::QueuedConnection);
}

/// Its word is whole when the other one has gone.
void SingleInstance::hear()
{
    QLocalSocket *other = m_server.nextPendingConnection();
    other->setReadBufferSize(longestWish);
    const auto take = [this, other] {
        Q_EMIT asked(windowWishOf(other->read(longestWish)));
        other->deleteLater();
    };
    if (other->state() == QLocalSocket::UnconnectedState)
        take();
    else
        connect(other, &QLocalSocket::disconnected, this, take);
}

void SingleInstance::becomeFirst()
{
    // Nobody answers there, so what may be left of the name is of a program that was killed.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
    Q_EMIT isFirst();
}

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whom a connection trusts, against servers on loopback with the certificates of tests/data/tls.
#include "core/base/certificatefile.h"
#include "core/net/nettransport.h"
#include "core/net/trust.h"
#include "tests/support/heard.h"
#include "tests/support/rawserver.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace breakwater;

namespace {

QString certificate(const char *name)
{
    return QStringLiteral(BREAKWATER_SOURCE_DIR "/tests/data/tls/") + QLatin1String(name);
}

RawServer::Secure with(const char *name)
{
    return {QLatin1String(name)};
}

WireRequest trusting(const QUrl &url, const QString &file)
{
    WireRequest request = postTo(url);
    request.certificates = file;
    return request;
}

} // namespace

class TestTls : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const char *name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }

private Q_SLOTS:
    void aServerIsTrustedByTheAuthorityThatAPersonNamed()
    {
        RawServer server(with("server.pem"));
        server.respond(200, {}, "ok");
        NetTransport transport;

        Heard without;
        without.send(transport, postTo(server.url()));
        QTRY_COMPARE(without.ends, 1);
        QCOMPARE(without.fault->kind, FaultKind::Tls);
        QCOMPARE(without.fault->tls->problem, TlsProblem::UnknownIssuer);
        QCOMPARE(server.requests().size(), 0);

        Heard given;
        given.send(transport, trusting(server.url(), certificate("authority.pem")));
        QTRY_COMPARE(given.ends, 1);
        QVERIFY(!given.fault);
        QCOMPARE(given.body, QByteArray("ok"));

        Heard other;
        other.send(transport, trusting(server.url(), certificate("other-authority.pem")));
        QTRY_COMPARE(other.ends, 1);
        QCOMPARE(other.fault->tls->problem, TlsProblem::UnknownIssuer);
        QCOMPARE(server.requests().size(), 1);
    }

    void aConnectionThatStandsIsNotSharedWithWhoeverTrustsLess()
    {
        RawServer server(with("server.pem"));
        server.respond(200, {}, "ok");
        NetTransport transport;
        Heard given;
        given.send(transport, trusting(server.url(), certificate("authority.pem"))); // and is kept alive
        QTRY_COMPARE(given.ends, 1);
        for (const QString &file : {QString(), certificate("other-authority.pem")}) {
            Heard heard;
            heard.send(transport, trusting(server.url(), file));
            QTRY_COMPARE(heard.ends, 1);
            QCOMPARE(heard.fault->kind, FaultKind::Tls);
        }
        server.respond(200, {}, "ok");
        Heard again;
        again.send(transport, trusting(server.url(), certificate("authority.pem")));
        QTRY_COMPARE(again.ends, 1);
        QVERIFY(!again.fault);
        QCOMPARE(server.connections(), 1);
    }

    void aFileThatChangesCountsAsItIsNow()
    {
        QFile trusted(certificate("authority.pem"));
        QVERIFY(trusted.open(QIODevice::ReadOnly));
        const QByteArray authority = trusted.readAll();
        const QString file = write("changing.pem", authority);
        RawServer server(with("server.pem"));
        server.respond(200, {}, "ok");
        NetTransport transport;
        Heard before;
        before.send(transport, trusting(server.url(), file));
        QTRY_COMPARE(before.ends, 1);
        QVERIFY(!before.fault);

        QFile other(certificate("other-authority.pem"));
        QVERIFY(other.open(QIODevice::ReadOnly));
        write("changing.pem", other.readAll() + "\n");
        Heard after;
        after.send(transport, trusting(server.url(), file));
        QTRY_COMPARE(after.ends, 1);
        QCOMPARE(after.fault->kind, FaultKind::Tls);

        QVERIFY(QFile::remove(file));
        Heard gone;
        gone.send(transport, trusting(server.url(), file));
        QTRY_COMPARE(gone.ends, 1);
        QCOMPARE(gone.fault->tls->problem, TlsProblem::FileMissing);
    }

    void aFileThatCannotBeUsedIsSaidAndNothingIsSent_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<TlsProblem>("problem");
        QTest::newRow("missing") << QStringLiteral("/nowhere/authority.pem") << TlsProblem::FileMissing;
        QTest::newRow("a folder") << m_folder.path() << TlsProblem::FileUnreadable;
        QTest::newRow("garbage") << write("garbage.pem", QByteArray(5000, '\xA5')) << TlsProblem::FileWithoutCertificate;
        QTest::newRow("empty") << write("empty.pem", {}) << TlsProblem::FileWithoutCertificate;
        QTest::newRow("a key") << write("key.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n") << TlsProblem::FileWithoutCertificate;
        QTest::newRow("a certificate cut short") << write("short.pem", "-----BEGIN CERTIFICATE-----\nMIIB\n") << TlsProblem::FileWithoutCertificate;
    }
    void aFileThatCannotBeUsedIsSaidAndNothingIsSent()
    {
        QFETCH(QString, file);
        QFETCH(TlsProblem, problem);
        const auto read = readCertificateFile(file);
        QVERIFY(!read);
        QCOMPARE(read.error(), problem);

        RawServer server(with("server.pem"));
        NetTransport transport;
        Heard heard;
        heard.send(transport, trusting(server.url(), file));
        QCOMPARE(heard.ends, 0); // never before send returns
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(heard.fault->kind, FaultKind::Tls);
        QCOMPARE(heard.fault->tls->problem, problem);
        QCOMPARE(heard.fault->tls->file, file);
        QCOMPARE(server.connections(), 0);
    }

    void anUnsentExchangeThatIsDroppedIsSilent()
    {
        NetTransport transport;
        Heard heard;
        heard.send(transport, trusting(QUrl(QStringLiteral("https://127.0.0.1:1")), QStringLiteral("/nowhere")));
        heard.exchange.reset();
        QCoreApplication::processEvents();
        QCOMPARE(heard.ends, 0);
    }

    void whatIsWrongWithACertificateIsTold_data()
    {
        QTest::addColumn<QByteArray>("server");
        QTest::addColumn<TlsProblem>("problem");
        QTest::newRow("self-signed") << QByteArray("self-signed.pem") << TlsProblem::SelfSigned;
        QTest::newRow("expired") << QByteArray("expired.pem") << TlsProblem::Expired;
        QTest::newRow("not yet valid") << QByteArray("not-yet-valid.pem") << TlsProblem::NotYetValid;
        QTest::newRow("wrong host") << QByteArray("wrong-host.pem") << TlsProblem::WrongHost;
    }
    void whatIsWrongWithACertificateIsTold()
    {
        QFETCH(QByteArray, server);
        QFETCH(TlsProblem, problem);
        RawServer there(with(server.constData()));
        NetTransport transport;
        Heard heard;
        heard.send(transport, trusting(there.url(), certificate("authority.pem")));
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(heard.fault->kind, FaultKind::Tls);
        QCOMPARE(heard.fault->tls->problem, problem);
        QVERIFY(heard.fault->tls->certificate);
        const CertificateFacts &facts = *heard.fault->tls->certificate;
        const bool elsewhere = problem == TlsProblem::WrongHost;
        QCOMPARE(facts.subject, elsewhere ? QStringLiteral("elsewhere.example, Breakwater tests") : QStringLiteral("localhost, Breakwater tests"));
        QCOMPARE(facts.issuer, problem == TlsProblem::SelfSigned ? facts.subject : QStringLiteral("Test Authority, Breakwater tests"));
        QCOMPARE(facts.hosts.size(), elsewhere ? 3 : 2);
        QCOMPARE(facts.fingerprint.size(), 32 * 3 - 1);
        if (problem == TlsProblem::Expired)
            QCOMPARE(facts.validTo, WallTime(std::chrono::sys_days(std::chrono::year(2021) / 3 / 4)));
        if (problem == TlsProblem::NotYetValid)
            QCOMPARE(facts.validFrom, WallTime(std::chrono::sys_days(std::chrono::year(2110) / 5 / 6)));
        QCOMPARE(there.requests().size(), 0);
    }

    void aSelfSignedServerMayVouchForItself()
    {
        RawServer server(with("self-signed.pem"));
        server.respond(200, {}, "ok");
        NetTransport transport;
        Heard heard;
        heard.send(transport, trusting(server.url(), certificate("self-signed.pem")));
        QTRY_COMPARE(heard.ends, 1);
        QVERIFY(!heard.fault);
        QCOMPARE(heard.body, QByteArray("ok"));
    }

    void aServerWithoutTlsIsToldFromABadCertificate()
    {
        RawServer server;
        server.enqueue({"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n", RawServer::After::Close, RawServer::At::Connection});
        QUrl url = server.url();
        url.setScheme(QStringLiteral("https"));
        NetTransport transport;
        Heard heard;
        heard.send(transport, postTo(url));
        QTRY_COMPARE(heard.ends, 1);
        QCOMPARE(heard.fault->kind, FaultKind::Tls);
        QCOMPARE(heard.fault->tls->problem, TlsProblem::NoTls);
        QVERIFY(!heard.fault->tls->certificate);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"

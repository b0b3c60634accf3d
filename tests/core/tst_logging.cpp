// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

#include <QtTest>

using namespace breakwater;

class TestLogging : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatLooksLikeACredentialIsRemoved_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("secret");
        const auto row = [](const char *name, const char *text, const char *secret) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(secret); };
        row("Anthropic header", "HTTP 401\nX-Api-Key: abc123\ndate: x", "abc123");
        row("bearer header", "authorization: Bearer eyJhbGciOi.J9-_/+=\n", "eyJhbGciOi");
        row("cookie", "set-cookie: session=topsecret; Path=/", "topsecret");
        row("proxy", "proxy-authorization: Basic dXNlcjpwYXNz", "dXNlcjpwYXNz");
        row("bearer in a sentence", "the token bearer abcdef123456 was refused", "abcdef123456");
        row("Anthropic key in a message", "invalid x-api-key sk-ant-api03-AbC_dEf-123 given", "AbC_dEf");
        row("OpenAI key in a message", "Incorrect API key provided: sk-proj-abcdefgh12345678.", "abcdefgh12345678");
        row("Groq key", "gsk_no gsk-abcdefgh12345", "abcdefgh12345");
        row("Google key", "API key AIzaSyA1234567890abcdefghijklmnopqrstuv not valid", "SyA1234567890");
    }
    void whatLooksLikeACredentialIsRemoved()
    {
        QFETCH(QString, text);
        QFETCH(QString, secret);
        QVERIFY(text.contains(secret));
        const QString clean = withoutSecrets(text);
        QVERIFY2(!clean.contains(secret), qPrintable(clean));
        QVERIFY(clean.contains(QStringLiteral("[key removed]")));
    }

    void otherTextStaysAsItIs()
    {
        const QString text = QStringLiteral("HTTP 529\nretry-after: 3\nrequest-id: req_011CSHoEeqs5C35K2UUqR7Fy\n\n{\"type\":\"error\",\"error\":{\"message\":\"Overloaded, ask-me-later\"}}");
        QCOMPARE(withoutSecrets(text), text);
    }

    void theRestOfTheLinesAroundASecretStays()
    {
        QCOMPARE(withoutSecrets(QStringLiteral("a: 1\nx-api-key: k\nb: 2")), QStringLiteral("a: 1\nx-api-key: [key removed]\nb: 2"));
    }
};

QTEST_GUILESS_MAIN(TestLogging)
#include "tst_logging.moc"

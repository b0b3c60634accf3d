// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

/// `breakwater` where there is no display: it plays its demo.
class TestDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersFourTurnsAndLeavesAPicture()
    {
        QTemporaryDir folder;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QLatin1String(name));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(BREAKWATER_BINARY), {QStringLiteral("--data"), folder.path(), QStringLiteral("--speed"), QStringLiteral("4")});
        QVERIFY(process.waitForFinished(100'000));
        const QString out = QString::fromUtf8(process.readAllStandardOutput());
        const QByteArray err = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 0, qPrintable(QString::fromUtf8(err) + out));
        QVERIFY2(out.contains(QStringLiteral("no display")), qPrintable(out));
        QVERIFY2(out.contains(QStringLiteral("4 of 4 turns answered")), qPrintable(out));
        // The overload turn: its refusals, and the move to the next model.
        const QString overload = out.mid(out.indexOf(QStringLiteral("Turn 3 of 4")));
        QVERIFY2(overload.count(QStringLiteral("529")) >= 2, qPrintable(overload));
        QVERIFY2(overload.contains(QStringLiteral("Sonnet 5.5")), qPrintable(overload));
        const QString picture = folder.filePath(QStringLiteral("demo/breakwater-demo.png"));
        QVERIFY2(out.contains(picture), qPrintable(out));
        QFile file(picture);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(8) == QByteArray("\x89PNG\r\n\x1a\n"));
        QVERIFY(file.size() > 20'000);
    }
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/attachment.h"
#include "core/chat/pdfpages.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace breakwater;

namespace {

const QByteArray catalog = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n";
const QByteArray trailer = "trailer\n<< /Root 1 0 R /Size 9 >>\n%%EOF\n";

QByteArray tree(int pages)
{
    return "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count " + QByteArray::number(pages) + " >>\nendobj\n";
}

/// The objects of a file of PDF 1.5: packed into a stream, with the trailer in another.
QByteArray packed(const QByteArray &stream)
{
    return "%PDF-1.5\n4 0 obj\n<< /Type /ObjStm /N 2 /First 10 /Filter /FlateDecode /Length " + QByteArray::number(stream.size()) + " >>\nstream\r\n" + stream
        + "\r\nendstream\nendobj\n5 0 obj\n<</Type/XRef/Root 1 0 R/Size 6>>\nstream\nxx\nendstream\nendobj\nstartxref\n0\n%%EOF";
}

QByteArray deflated(const QByteArray &text)
{
    return qCompress(text).mid(4); // without Qt's own size before it
}

} // namespace

class TestPdfPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thePagesOfAFileAreWhatItsTreeSays_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<int>("pages"); // 0: nobody knows
        const QByteArray objects = "<</Type/Catalog/Pages 2 0 R>> <</Type/Pages/Count 31/Kids[3 0 R]>>";
        QTest::newRow("plain") << "%PDF-1.4\n" + catalog + tree(12) + trailer << 12;
        QTest::newRow("with rubbish before it") << "junk\n%PDF-1.4\n" + catalog + tree(1) + trailer << 1;
        QTest::newRow("without spaces") << QByteArray("%PDF-1.4\n1 0 obj<</Type/Catalog/PageMode/UseNone/Pages 2 0 R>>endobj 2 0 obj<</Count 7/Type/Pages/Kids[]>>endobj trailer<</Root 1 0 R>>") << 7;
        QTest::newRow("a tree of trees") << "%PDF-1.4\n" + catalog + tree(40) + "6 0 obj\n<< /Type /Pages /Parent 2 0 R /Count 99 >>\nendobj\n" + trailer << 40;
        QTest::newRow("pages were removed later") << "%PDF-1.4\n" + catalog + tree(40) + trailer + tree(38) + trailer << 38;
        QTest::newRow("packed") << packed(deflated("1 0 2 30  " + objects)) << 31;
        QTest::newRow("packed and encrypted") << packed(QByteArray(200, '\x9c')) << 0;
        QTest::newRow("packed and cut") << packed(deflated("1 0 2 30  " + objects)).left(120) << 0;
        QTest::newRow("no trailer") << "%PDF-1.4\n" + catalog + tree(12) << 0;
        QTest::newRow("no tree") << "%PDF-1.4\n" + catalog + trailer << 0;
        QTest::newRow("a mad count") << "%PDF-1.4\n" + catalog + tree(2'000'000'000) + trailer << 0;
        QTest::newRow("a count that is elsewhere") << "%PDF-1.4\n" + catalog + "2 0 obj\n<< /Type /Pages /Count 7 0 R >>\nendobj\n" + trailer << 0;
        QTest::newRow("nothing") << QByteArray() << 0;
        QTest::newRow("words that look like it") << QByteArray(" obj /Root /Root 1 /Pages 0 obj 99999999999999999999 0 obj /Count") << 0;
    }
    void thePagesOfAFileAreWhatItsTreeSays()
    {
        QFETCH(QByteArray, pdf);
        QTEST(pagesIn(pdf).value_or(0), "pages");
    }

    void everyCutOfAFileIsHarmless()
    {
        const QByteArray whole = packed(deflated("1 0 2 30  <</Type/Catalog/Pages 2 0 R>> <</Type/Pages/Count 31/Kids[3 0 R]>>"));
        for (qsizetype size = 0; size < whole.size(); ++size)
            (void)pagesIn(whole.left(size));
        QCOMPARE(pagesIn(whole), std::optional(31));
    }

    void aStreamThatUnpacksToAnySizeIsBounded()
    {
        const QByteArray bomb = deflated(QByteArray(60 * 1024 * 1024, ' '));
        QByteArray pdf = "%PDF-1.5\n";
        for (int each = 10; each < 60; ++each)
            pdf += QByteArray::number(each) + " 0 obj\n<</Type/ObjStm/N 9999999/First 1/Filter/FlateDecode>>stream\n" + bomb + "\nendstream endobj\n";
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!pagesIn(pdf + catalog + trailer)); // two of them at most are unpacked
        QVERIFY2(timer.elapsed() < 20'000, "as if nothing was bounded");
    }

    void objectsThatNeverEndAreBounded_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::newRow("kept") << QByteArray("1 0 obj/Pages 2 0 ");
        QTest::newRow("looked at") << QByteArray("1 0 obj ");
        QTest::newRow("streams") << QByteArray("1 0 obj/ObjStm stream\n");
    }
    void objectsThatNeverEndAreBounded()
    {
        QFETCH(QByteArray, object);
        const QByteArray pdf = "%PDF-1.5\n" + object.repeated(23'000'000 / object.size()) + trailer;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!pagesIn(pdf));
        QVERIFY2(timer.elapsed() < 20'000, "as if nothing was bounded");
    }

    void thePagesCountForTheTokens()
    {
        Attachment pdf;
        pdf.kind = AttachmentKind::Pdf;
        pdf.data = QByteArray(1000, 'x');
        QCOMPARE(tokensIn(pdf), qint64(2000));
        pdf.pages = 12;
        QCOMPARE(tokensIn(pdf), qint64(24'000));
    }
};

QTEST_GUILESS_MAIN(TestPdfPages)
#include "tst_pdfpages.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/breakwaterstyle.h"
#include "ui/style/button.h"
#include "ui/style/numberfield.h"
#include "ui/style/rowbutton.h"
#include "ui/style/switch.h"
#include "ui/style/theme.h"
#include "ui/style/wrappingcheckbox.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <cmath>

using namespace breakwater;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

/// How many pixels of a widget have a colour.
int pixelsOf(QWidget &widget, const QColor &color)
{
    const QImage image = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == color.rgb() ? 1 : 0;
    }
    return count;
}

} // namespace

class tst_Style : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useBreakwaterStyle(); }
    void init()
    {
        Theme::instance().setChoice(SchemeChoice::Light);
        Theme::instance().setTextScale(1.0);
        Theme::instance().setContrast(SystemChoice::FollowSystem);
        Theme::instance().setSystemContrast(Contrast::Usual);
        Theme::instance().setReducedMotion(SystemChoice::FollowSystem);
        Theme::instance().setSystemReducedMotion(false);
    }

    void textOfThePaletteIsReadableOnItsGround_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << static_cast<int>(Scheme::Light);
        QTest::newRow("dark") << static_cast<int>(Scheme::Dark);
    }

    void textOfThePaletteIsReadableOnItsGround()
    {
        QFETCH(int, scheme);
        const QPalette palette = paletteFor(tokensOf(static_cast<Scheme>(scheme)));
        QVERIFY(contrast(palette.color(QPalette::WindowText), palette.color(QPalette::Window)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Text), palette.color(QPalette::Base)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Link), palette.color(QPalette::Window)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)) >= 4.5);
    }

    void textMeetsItsContrastOnEveryGround_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<int>("contrastWanted");
        QTest::addColumn<double>("least");
        QTest::newRow("light") << static_cast<int>(Scheme::Light) << static_cast<int>(Contrast::Usual) << 4.5;
        QTest::newRow("dark") << static_cast<int>(Scheme::Dark) << static_cast<int>(Contrast::Usual) << 4.5;
        QTest::newRow("light, high") << static_cast<int>(Scheme::Light) << static_cast<int>(Contrast::High) << 7.0;
        QTest::newRow("dark, high") << static_cast<int>(Scheme::Dark) << static_cast<int>(Contrast::High) << 7.0;
    }

    void textMeetsItsContrastOnEveryGround()
    {
        QFETCH(int, scheme);
        QFETCH(int, contrastWanted);
        QFETCH(double, least);
        const Tokens &t = tokensOf(static_cast<Scheme>(scheme), static_cast<Contrast>(contrastWanted));
        for (const QColor &ground : {t.canvas, t.sidebar, t.raised, t.sunken, t.bubble, t.selected, t.hover}) {
            for (const QColor &ink : {t.text, t.text2, t.text3, t.accent, t.danger})
                QVERIFY2(contrast(ink, ground) >= least, qPrintable(ink.name() + QStringLiteral(" on ") + ground.name()));
        }
        for (const QColor &ink : {t.codeKeyword, t.codeString, t.codeNumber, t.codeComment, t.text})
            QVERIFY2(contrast(ink, t.sunken) >= least, qPrintable(ink.name()));
        for (const QColor &button : {t.accent, t.accentHover, t.accentPressed})
            QVERIFY2(contrast(t.onAccent, button) >= least, qPrintable(button.name()));
        // Marks and the borders of controls.
        for (const QColor &mark : {t.control, t.ownLimit.mark, t.overloaded.mark, t.serverError.mark, t.network.mark, t.answered.mark}) {
            for (const QColor &ground : {t.canvas, t.sidebar, t.raised})
                QVERIFY2(contrast(mark, ground) >= (least > 5 ? 4.5 : 3.0), qPrintable(mark.name()));
        }
    }

    void highContrastFollowsTheSystemUntilAPersonChooses()
    {
        Theme &theme = Theme::instance();
        QCOMPARE(theme.tokens().border, 1.0);
        theme.setSystemContrast(Contrast::High);
        QCOMPARE(theme.tokens().border, 2.0);
        QCOMPARE(QApplication::palette().color(QPalette::WindowText), QColor(Qt::black));
        theme.setContrast(SystemChoice::Off);
        QCOMPARE(theme.contrast(), Contrast::Usual);
        theme.setSystemContrast(Contrast::Usual);
        theme.setContrast(SystemChoice::On);
        theme.setChoice(SchemeChoice::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::WindowText), QColor(Qt::white));
        QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(Qt::black));
    }

    void motionFollowsTheSystemUntilAPersonChooses()
    {
        Theme &theme = Theme::instance();
        QVERIFY(!theme.reducedMotion());
        theme.setSystemReducedMotion(true);
        QVERIFY(theme.reducedMotion());
        theme.setReducedMotion(SystemChoice::Off);
        QVERIFY(!theme.reducedMotion());
        theme.setSystemReducedMotion(false);
        theme.setReducedMotion(SystemChoice::On);
        QVERIFY(theme.reducedMotion());
    }

    void aFieldHasTheWideBorderOfHighContrast()
    {
        QLineEdit field;
        field.resize(120, 32);
        Theme::instance().setContrast(SystemChoice::On);
        const int rows = 2 * 100; // upper and lower edge, twice as wide
        QVERIFY(pixelsOf(field, Qt::black) > 2 * rows - 40);
    }

    void theWordsOfAButtonThatIsOffAreSeenWithHighContrast()
    {
        Theme::instance().setContrast(SystemChoice::On);
        Button send(Button::Kind::Main, QStringLiteral("Send"));
        send.resize(send.sizeHint());
        send.setEnabled(false);
        // On a ground as dark as they are there would be black and little else.
        const int all = send.width() * send.height();
        QVERIFY(pixelsOf(send, Qt::white) > all / 2);
        QVERIFY(pixelsOf(send, Qt::black) < all / 4);
    }

    void theApplicationFollowsAChangeOfScheme()
    {
        QCOMPARE(QApplication::palette().color(QPalette::Window), tokensOf(Scheme::Light).canvas);
        Theme::instance().setChoice(SchemeChoice::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), tokensOf(Scheme::Dark).canvas);
    }

    void controlsGrowWithTheText()
    {
        QLineEdit field;
        const int before = field.sizeHint().height();
        QCOMPARE(before, metrics::controlHeight);
        Theme::instance().setTextScale(1.5);
        QCOMPARE(field.sizeHint().height(), metrics::controlHeight * 3 / 2);
    }

    void aWrongFieldHasTheDangerBorder()
    {
        QLineEdit field;
        field.resize(120, 32);
        const QColor danger = tokensOf(Scheme::Light).danger;
        QCOMPARE(pixelsOf(field, danger), 0);
        setDanger(field, true);
        QVERIFY(pixelsOf(field, danger) > 100);
        setDanger(field, false);
        QCOMPARE(pixelsOf(field, danger), 0);
    }

    void aCheckedBoxIsFilledWithTheAccent()
    {
        QCheckBox box;
        box.resize(24, 24);
        const QColor accent = tokensOf(Scheme::Light).accent;
        QCOMPARE(pixelsOf(box, accent), 0);
        box.setChecked(true);
        QVERIFY(pixelsOf(box, accent) > 100);
    }

    void aSwitchTurnsByKeyAndByClick()
    {
        Switch toggle(QStringLiteral("Use"));
        toggle.resize(toggle.sizeHint());
        QSignalSpy toggled(&toggle, &Switch::toggled);
        QTest::mouseClick(&toggle, Qt::LeftButton);
        QVERIFY(toggle.isChecked());
        QTest::keyClick(&toggle, Qt::Key_Space);
        QVERIFY(!toggle.isChecked());
        QCOMPARE(toggled.count(), 2);
        QVERIFY(toggle.sizeHint().height() >= 24);
    }

    void aNumberFieldShowsNoIdleZeros()
    {
        NumberField field(QStringLiteral("Wait"));
        field.setDecimals(2);
        field.setSuffix(QStringLiteral(" s"));
        field.setValue(2.0);
        QCOMPARE(field.text(), QStringLiteral("2 s"));
        field.setValue(0.5);
        QCOMPARE(field.text(), QString(QStringLiteral("0") + QLocale().decimalPoint() + QStringLiteral("5 s")));
        field.setDecimals(0);
        field.setValue(20);
        QCOMPARE(field.text(), QStringLiteral("20 s"));
    }

    void aNumberFieldLeavesTheWheelToThePage()
    {
        NumberField field(QStringLiteral("Wait"));
        field.setValue(5);
        QWheelEvent wheel({5, 5}, {5, 5}, {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&field, &wheel);
        QCOMPARE(field.value(), 5.0);
        QVERIFY(!wheel.isAccepted());
    }

    void aScrollBarIsDraggedToItsEnd()
    {
        QScrollBar bar(Qt::Vertical);
        bar.setRange(0, 1000);
        bar.setPageStep(100);
        bar.resize(bar.sizeHint().width(), 200);
        bar.show();
        QTest::mousePress(&bar, Qt::LeftButton, {}, {6, 5});
        // QTest's own move carries no pressed button; the bar wants one.
        QMouseEvent move(QEvent::MouseMove, QPointF(6, 195), bar.mapToGlobal(QPointF(6, 195)), Qt::NoButton,
            Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&bar, &move);
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, {6, 195});
        QCOMPARE(bar.value(), 1000);
    }

    void aCheckBoxWrapsItsWordsWhereItIsNarrow()
    {
        WrappingCheckBox box;
        box.setText(QStringLiteral("Send unencrypted to gateway.example"));
        QVERIFY(box.hasHeightForWidth());
        const int oneLine = box.sizeHint().height();
        QCOMPARE(box.heightForWidth(600), oneLine);
        QVERIFY(box.heightForWidth(200) > oneLine);
        QVERIFY(box.minimumSizeHint().width() < 200);
        // One line less is all that a width more changes: what scrolls around it comes to rest.
        for (int width = 100; width < 600; ++width)
            QVERIFY(box.heightForWidth(width) >= box.heightForWidth(width + 1));
        box.resize(200, 60);
        QTest::mouseClick(&box, Qt::LeftButton, {}, {100, 38}); // its second line
        QVERIFY(box.isChecked());
    }

    void theArrowsOfASpinBoxStepIt()
    {
        NumberField field(QStringLiteral("Wait"));
        field.setValue(5);
        field.resize(80, 30);
        QTest::mouseClick(&field, Qt::LeftButton, {}, {70, 7});
        QCOMPARE(field.value(), 6.0);
        QTest::mouseClick(&field, Qt::LeftButton, {}, {70, 22});
        QTest::mouseClick(&field, Qt::LeftButton, {}, {70, 22});
        QCOMPARE(field.value(), 4.0);
    }
};

QTEST_MAIN(tst_Style)
#include "tst_style.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/everyplace.h"
#include "tests/ui/screenreader.h"
#include "ui/preferences/shortcutfield.h"

#include <QtTest>
#include <QtWidgets>

using namespace breakwater;

namespace {

constexpr int longestAnswer = 1'500; // milliseconds; most answer at once, charts once a second
const QString pasted = QStringLiteral("sk-ant-pasted");

/// What of several is chosen already: pressing it again rightly does nothing.
bool isChosenAlready(const QWidget &control)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&control);
    return button != nullptr && button->isChecked()
        && (button->autoExclusive() || (button->group() != nullptr && button->group()->exclusive()));
}

/// Nothing to press, choose or write in.
bool isEmptyView(const QWidget &control)
{
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&control))
        return view->model()->rowCount() == 0;
    const auto *field = qobject_cast<const QLineEdit *>(&control);
    return field != nullptr && field->isReadOnly() && field->text().isEmpty();
}

/// What is written into the form for a key counts once the key is given.
bool isInKeyForm(const QWidget *control)
{
    while (control != nullptr && !control->inherits("breakwater::KeyForm"))
        control = control->parentWidget();
    return control != nullptr;
}

/// What is seen of its window beside it: charts tell what they show by their picture alone.
QImage pictureBeside(const QWidget &control)
{
    constexpr int ring = 8; // pixels around it, for the focus
    const QWidget &window = *control.window();
    QImage picture = const_cast<QWidget &>(window).grab().toImage();
    QPainter painter(&picture);
    painter.fillRect(QRect(control.mapTo(&window, QPoint()), control.size()).adjusted(-ring, -ring, ring, ring), Qt::black);
    return picture;
}

void click(QWidget &control, const QPoint &at)
{
    QWidget &window = *control.window();
    QTest::mouseClick(window.windowHandle(), Qt::LeftButton, {}, control.mapTo(&window, at));
}

} // namespace

/// Nothing on screen that does nothing: each control of each place is pressed, chosen or written in as a person does,
/// and something else than itself has to be another then.
class TestControls : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void openAddress(const QUrl &) { ++m_addresses; }

private:
    /// All that a control could have an effect on.
    struct Seen
    {
        QStringList screen;
        QString clipboard;
        int told = 0;
        Qt::WindowFlags flags; // "Keep on top"
        QWidget *focus = nullptr;
        friend bool operator==(const Seen &, const Seen &) = default;
    };
    [[nodiscard]] Seen see(const QWidget *control) const
    {
        QWidget *focus = QApplication::focusWidget();
        const bool own = focus == nullptr || (control != nullptr && (focus == control || control->isAncestorOf(focus)));
        return {readScreen((m_place->isForm() || isInKeyForm(control))
                            && qobject_cast<const QAbstractButton *>(control) == nullptr
                        ? nullptr
                        : control),
            QApplication::clipboard()->text(), m_place->told() + m_addresses,
            m_place->window() != nullptr ? m_place->window()->windowFlags() : Qt::WindowFlags(), own ? nullptr : focus};
    }
    /// Whether what is done has an effect.
    [[nodiscard]] bool hasEffect(const QPointer<QWidget> &control, const std::function<void()> &done)
    {
        const bool draws = qobject_cast<QCheckBox *>(control) != nullptr;
        const QImage picture = draws ? pictureBeside(*control) : QImage();
        const Seen before = see(control);
        done();
        return QTest::qWaitFor([&] { return see(control) != before || (draws && control && pictureBeside(*control) != picture); }, longestAnswer);
    }
    [[nodiscard]] bool anyKeyHasAnEffect(const QPointer<QWidget> &control, const std::vector<QKeySequence> &keys)
    {
        QWindow *window = control->window()->windowHandle();
        control->setFocus(Qt::TabFocusReason);
        return std::any_of(keys.begin(), keys.end(),
            [&](const QKeySequence &each) { return hasEffect(control, [&] { QTest::keySequence(window, each); }); });
    }
    [[nodiscard]] bool anyRowHasAnEffect(const QPointer<QWidget> &control)
    {
        const auto *view = qobject_cast<QAbstractItemView *>(control);
        const QAbstractItemModel *model = view->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            const QRect place = view->visualRect(index);
            if (index == view->currentIndex() || !view->viewport()->rect().contains(place.center()))
                continue;
            if (!hasEffect(control, [&] { click(*view->viewport(), place.center()); }))
                continue;
            return true;
        }
        return anyKeyHasAnEffect(control, {Qt::Key_Down, Qt::Key_Up});
    }
    /// As a person works with one of its kind.
    [[nodiscard]] bool answers(const QPointer<QWidget> &control)
    {
        using Keys = std::vector<QKeySequence>;
        const QPoint middle = control->rect().center();
        const Keys copying {QKeySequence(Qt::CTRL | Qt::Key_A, Qt::CTRL | Qt::Key_C)};
        if (qobject_cast<QAbstractItemView *>(control) != nullptr)
            return anyRowHasAnEffect(control);
        if (qobject_cast<ShortcutField *>(control) != nullptr)
            return hasEffect(control, [&] {
                click(*control, middle);
                QTest::keyClick(control->window()->windowHandle(), Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
            });
        if (qobject_cast<QAbstractButton *>(control) != nullptr)
            return hasEffect(control, [&] { click(*control, middle); });
        if (qobject_cast<QLabel *>(control) != nullptr)
            return hasEffect(control, [&] { click(*control, QPoint(6, middle.y())); });
        if (qobject_cast<QComboBox *>(control) != nullptr || qobject_cast<QAbstractSpinBox *>(control) != nullptr) {
            click(*control, middle);
            if (QWidget *popup = QApplication::activePopupWidget())
                QTest::keyClick(popup->windowHandle(), Qt::Key_Escape);
            return anyKeyHasAnEffect(control, {Qt::Key_Down, Qt::Key_Down, Qt::Key_Up}); // the next may be much the same
        }
        const bool written = qobject_cast<QLineEdit *>(control) != nullptr
            || qobject_cast<QPlainTextEdit *>(control) != nullptr || qobject_cast<QTextEdit *>(control) != nullptr;
        if (written) {
            click(*control, middle);
            return anyKeyHasAnEffect(control, control->property("readOnly").toBool() ? copying : Keys {Qt::Key_Q});
        }
        return hasEffect(control, [&] { click(*control, middle); })
            || anyKeyHasAnEffect(control,
                {Qt::Key_Space, Qt::Key_Right, Qt::Key_Left, Qt::Key_Down, QKeySequence(Qt::ALT | Qt::Key_Down),
                    copying.front()});
    }
    /// Closes what was opened.
    void tidy() const
    {
        while (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        for (QWidget *each : QApplication::topLevelWidgets()) {
            if (each->isVisible() && each != m_place->window()
                && (m_place->window() == nullptr || !each->isAncestorOf(m_place->window()))
                && each->windowType() != Qt::ToolTip)
                each->close();
        }
    }

    std::unique_ptr<Place> m_place;
    int m_addresses = 0; ///< that were to be opened

private Q_SLOTS:
    void initTestCase()
    {
        prepareForPlaces();
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "openAddress");
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "openAddress");
    }
    void cleanup() { m_place.reset(); }

    void everyControlDoesSomething_data() { addEveryPlace(); }
    void everyControlDoesSomething()
    {
        QFETCH(QString, place);
        m_place = openPlace(place);
        const std::size_t count = controlsIn(*m_place->part()).size();
        QVERIFY(count > 0);
        QStringList idle;
        for (std::size_t at = 0; at < count; ++at) {
            if (m_place->part() != nullptr)
                m_place->renew();
            if (m_place->part() == nullptr || !m_place->part()->isVisible()
                || controlsIn(*m_place->part()).size() != count) {
                m_place.reset();
                m_place = openPlace(place);
            }
            if (qobject_cast<QAbstractItemView *>(controlsIn(*m_place->part())[at]) != nullptr) {
                m_place.reset(); // what was pressed before may have led to where its rows lead
                m_place = openPlace(place);
            }
            const QPointer<QWidget> control = controlsIn(*m_place->part())[at];
            if (isChosenAlready(*control) || isEmptyView(*control))
                continue;
            const QString name = nameForMessage(*control);
            QApplication::clipboard()->setText(pasted);
            bringIntoSight(*control);
            if ((control->focusPolicy() & Qt::ClickFocus) != 0)
                control->setFocus(Qt::MouseFocusReason); // where it goes from here is an effect, too
            if (!answers(control))
                idle += name;
            tidy();
        }
        QVERIFY2(idle.isEmpty(), qPrintable(idle.join(QLatin1Char('\n'))));
    }

    void theWheelChangesNoValueInPassing_data() { addEveryPlace(); }
    void theWheelChangesNoValueInPassing()
    {
        QFETCH(QString, place);
        m_place = openPlace(place);
        for (QWidget *each : controlsIn(*m_place->part())) {
            if ((qobject_cast<QComboBox *>(each) == nullptr && qobject_cast<QAbstractSpinBox *>(each) == nullptr)
                || each->hasFocus())
                continue;
            const QString name = nameForMessage(*each);
            const QStringList before = readScreen();
            const QPointF middle = each->rect().center();
            QWheelEvent turned(middle, each->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                Qt::NoScrollPhase, false);
            QApplication::sendEvent(each, &turned);
            QVERIFY2(readScreen() == before, qPrintable(name));
        }
    }
};

QTEST_MAIN(TestControls)
#include "tst_controls.moc"

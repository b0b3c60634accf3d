// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QSignalSpy>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace breakwater {

/// A place of the program with something in it, as a person meets it, on fakes that only count what they were asked
/// for.
class Place
{
public:
    virtual ~Place();
    Q_DISABLE_COPY_MOVE(Place)

    /// Null once it was closed and deleted itself.
    [[nodiscard]] QWidget *window() const { return m_window; }
    /// How often something went out of it: a signal of its window, an order to what it stands on.
    [[nodiscard]] int told() const;
    /// What is set here counts only once it is confirmed.
    [[nodiscard]] bool isForm() const { return m_isForm; }

protected:
    Place() = default;
    /// Shows it as the active window, and listens to its signals.
    void enter(QWidget &window, bool isForm = false);
    /// What a fake was asked for.
    void tell() { ++m_asked; }

private:
    QPointer<QWidget> m_window;
    std::vector<std::unique_ptr<QSignalSpy>> m_signals;
    int m_asked = 0;
    bool m_isForm = false;
};

/// Opens the place of that name.
[[nodiscard]] std::unique_ptr<Place> openPlace(const QString &name);
/// A column "place" with a row for each.
void addEveryPlace();
/// The dress, and a locale whose figures are known. Once, before the first place.
void prepareForPlaces();

/// What a person can press, choose or write in there, in the order of its making: visible, and switched on.
[[nodiscard]] std::vector<QWidget *> controlsIn(const QWidget &window);
/// "Button 'Apply' (apply)": for a message.
[[nodiscard]] QString nameForMessage(const QWidget &control);
/// Scrolls it into sight.
void bringIntoSight(QWidget &control);

} // namespace breakwater

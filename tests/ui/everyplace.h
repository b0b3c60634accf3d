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
    /// What of the window the place is about; what surrounds it is that of another place.
    [[nodiscard]] QWidget *part() const { return m_part; }
    /// How often something went out of it: a signal of its window, an order to what it stands on.
    [[nodiscard]] int told() const;
    /// Takes back what was set.
    virtual void renew() { }
    /// What is set here counts only once it is confirmed.
    [[nodiscard]] bool isForm() const { return m_kind == Kind::Form; }

protected:
    Place() = default;
    enum class Kind { Plain, Form };
    /// Shows it as the active window, and listens to its signals. Without a part it is about all of it.
    void enter(QWidget &window, QWidget *part = nullptr, Kind kind = Kind::Plain);
    /// What it says goes out of the place. Its own signals: those that Qt's classes have tell of every change.
    void listen(QObject &speaker);
    /// What a fake was asked for.
    void tell() { ++m_asked; }

private:
    QPointer<QWidget> m_window;
    std::vector<std::unique_ptr<QSignalSpy>> m_signals;
    int m_asked = 0;
    QPointer<QWidget> m_part;
    Kind m_kind = Kind::Plain;
};

/// Opens the place of that name.
[[nodiscard]] std::unique_ptr<Place> openPlace(const QString &name);
/// A column "place" with a row for each.
void addEveryPlace();
/// The dress, and a locale whose figures are known. Once, before the first place.
void prepareForPlaces();

/// What a person can press, choose or write in there, in the order of its making: visible, and switched on.
[[nodiscard]] std::vector<QWidget *> controlsIn(QWidget &part);
/// "Button 'Apply' (apply)": for a message.
[[nodiscard]] QString nameForMessage(const QWidget &control);
/// Scrolls it into sight.
void bringIntoSight(QWidget &control);

} // namespace breakwater

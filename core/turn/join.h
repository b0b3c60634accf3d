// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace breakwater {

/// Joins the continuation of a broken answer to what came before: an overlap that the model repeated is left out, and
/// nothing that stands is ever changed. Holds text back only while it may still be part of an overlap.
class Join
{
public:
    explicit Join(QString before);
    /// The next piece of the continuation; returns what may be shown of it now (may be empty).
    [[nodiscard]] QString feed(const QString &piece);
    /// The continuation ended: returns what was still held back.
    [[nodiscard]] QString finish();

private:
    [[nodiscard]] QString release();

    QString m_tail; // the end of what came before, at most 200 characters
    QString m_held;
    bool m_joined = false;
};

} // namespace breakwater

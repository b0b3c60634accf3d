// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace breakwater {

/// The line in the composer that says that a question is written anew, with a way out. UI thread.
class VersionNote : public QWidget
{
    Q_OBJECT
public:
    explicit VersionNote(QWidget *parent = nullptr);

Q_SIGNALS:
    void dropped();
};

} // namespace breakwater

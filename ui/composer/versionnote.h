// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/composer/composernote.h"

namespace breakwater {

/// Says that a question is written anew, with a way out. UI thread.
class VersionNote : public ComposerNote
{
    Q_OBJECT
public:
    explicit VersionNote(QWidget *parent = nullptr);

    void setShown(bool shown);

Q_SIGNALS:
    void dropped();
};

} // namespace breakwater

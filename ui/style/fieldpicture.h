// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/icons.h"

class QLineEdit;

namespace breakwater {

/// A picture at the beginning of a field. An action of QLineEdit would be a button there, which does nothing. UI
/// thread.
void setFieldPicture(QLineEdit &field, Icon which);

} // namespace breakwater

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace breakwater {

/// What of the weather goes into a file: each attempt of a span, or the hours of a year.
enum class WeatherFile { AttemptsCsv, AttemptsJson, HoursCsv };

} // namespace breakwater

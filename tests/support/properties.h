// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <rapidcheck.h>

#include <iostream>
#include <string>

namespace breakwater {

/// Properties of the specification (design/resilience.md, 2.13), each by its number. The pure ones hold in ten thousand
/// cases; those that run a whole turn in as many as their price allows.
inline constexpr int pureCases = 10'000;

/// Whether `property` holds in `cases` random cases; prints the counterexample, shrunk, when it does not. RC_PARAMS gives
/// the seed of a run that is to be repeated.
template <class Property>
[[nodiscard]] bool holds(const std::string &name, Property &&property, int cases = pureCases)
{
    rc::detail::TestParams params = rc::detail::configuration().testParams;
    params.maxSuccess = cases;
    const rc::detail::TestMetadata metadata {name, name};
    const auto result = rc::detail::checkTestable(std::forward<Property>(property), metadata, params);
    std::cerr << "- " << name << '\n';
    rc::detail::printResultMessage(result, std::cerr);
    std::cerr << '\n';
    return result.template is<rc::detail::SuccessResult>();
}

/// The same for one of the fifty invariants.
template <class Property>
[[nodiscard]] bool invariantHolds(int number, Property &&property, int cases = pureCases)
{
    return holds("invariant " + std::to_string(number), std::forward<Property>(property), cases);
}

} // namespace breakwater

# SPDX-License-Identifier: GPL-3.0-or-later
# Writes a ctest file with one test for each test function of a QtTest executable.
execute_process(COMMAND ${CMAKE_COMMAND} -E env QT_QPA_PLATFORM=offscreen ASAN_OPTIONS=detect_leaks=0 ${EXECUTABLE} -functions
    OUTPUT_VARIABLE functions RESULT_VARIABLE result ERROR_VARIABLE errors)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "${EXECUTABLE} could not list its tests: ${errors}")
endif()
string(REGEX MATCHALL "[A-Za-z0-9_]+\\(\\)" functions "${functions}")
set(text "")
foreach(function ${functions})
    string(REPLACE "()" "" function ${function})
    string(APPEND text "add_test(\"${NAME}.${function}\" \"${EXECUTABLE}\" \"${function}\")\n")
    string(APPEND text "set_tests_properties(\"${NAME}.${function}\" PROPERTIES TIMEOUT 120 LABELS \"${FOLDER}\" SKIP_REGULAR_EXPRESSION \"SKIP   : \" ENVIRONMENT \"QT_QPA_PLATFORM=offscreen;ASAN_OPTIONS=detect_leaks=0;UBSAN_OPTIONS=print_stacktrace=1;BREAKWATER_TEST=1\")\n")
endforeach()
file(WRITE ${LISTING} "${text}")

# SPDX-License-Identifier: GPL-3.0-or-later
# Writes a ctest file with one test for each test function of a QtTest executable; with WHOLE, with one for all of them:
# a process with the sanitizers takes a fifth of a second to start, one with windows a third, which is more than most functions.
# (One that skips would hide one that fails, so nothing is called skipped there.)
execute_process(COMMAND ${CMAKE_COMMAND} -E env QT_QPA_PLATFORM=offscreen ASAN_OPTIONS=detect_leaks=0 ${EXECUTABLE} -functions
    OUTPUT_VARIABLE functions RESULT_VARIABLE result ERROR_VARIABLE errors)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "${EXECUTABLE} could not list its tests: ${errors}")
endif()
string(REGEX MATCHALL "[A-Za-z0-9_]+\\(\\)" functions "${functions}")
set(properties "LABELS \"${FOLDER}\" ENVIRONMENT \"QT_QPA_PLATFORM=offscreen;ASAN_OPTIONS=detect_leaks=0;UBSAN_OPTIONS=print_stacktrace=1;BREAKWATER_TEST=1\"")
set(text "")
if(WHOLE)
    string(APPEND text "add_test(\"${NAME}\" \"${EXECUTABLE}\")\n")
    string(APPEND text "set_tests_properties(\"${NAME}\" PROPERTIES TIMEOUT 300 ${properties})\n")
else()
    foreach(function ${functions})
        string(REPLACE "()" "" function ${function})
        string(APPEND text "add_test(\"${NAME}.${function}\" \"${EXECUTABLE}\" \"${function}\")\n")
        string(APPEND text "set_tests_properties(\"${NAME}.${function}\" PROPERTIES TIMEOUT 120 SKIP_REGULAR_EXPRESSION \"SKIP   : \" ${properties})\n")
    endforeach()
endif()
file(WRITE ${LISTING} "${text}")

package dev.rapport.examples.churnstudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.study.StudyTable;

/** A method of the program. */
interface Method {

    /** Reads what it needs of the table, which rejects rows, and fits. */
    Study fit(StudyTable table, Arguments arguments);
}

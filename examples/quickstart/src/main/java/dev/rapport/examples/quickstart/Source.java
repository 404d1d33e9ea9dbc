package dev.rapport.examples.quickstart;

import dev.rapport.engagement.plan.Remark;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.organisation.TimeSheet;
import dev.rapport.model.tables.TableReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the main job runs on: facts, policies, and what is to be said about where they come from.
 *
 * @param facts  the uncut history
 * @param reckoning  the currency, its rates and the calendar
 * @param documents  the policies
 * @param date  the date to plan for where none is asked for
 * @param origin  how the data was read
 */
record Source(Facts facts, Reckoning reckoning, List<JsonInput> documents, LocalDate date, Origin origin) {

    /**
     * How the data was read.
     *
     * @param timeSheet  the hours for nobody in particular, if they are told
     * @param tables  which columns fed which fields; empty for the embedded sample
     * @param remarks  what a reader of the plan must know
     * @param rejectedRows  how many rows could not be taken
     */
    record Origin(Optional<TimeSheet> timeSheet, List<TableReport> tables, List<Remark> remarks, long rejectedRows) {}
}

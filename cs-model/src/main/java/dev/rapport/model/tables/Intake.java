package dev.rapport.model.tables;

import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Where the rows of one file go to, whatever it is written as. */
final class Intake {

    private static final int ROWS_PER_REPORT = 10_000;

    private final TableBinding binding;
    private final RowReader rows;
    private final Consumer<DraftRow> taker;
    private final BookReader.Progress progress;
    private final ProblemCollector problems;

    Intake(
            TableBinding binding,
            CurrencyUnit bookCurrency,
            Rejections rejections,
            Consumer<DraftRow> taker,
            BookReader.Progress progress,
            ProblemCollector problems) {
        this.binding = binding;
        this.rows = new RowReader(binding.file(), bookCurrency, rejections);
        this.taker = taker;
        this.progress = progress;
        this.problems = problems;
    }

    TableBinding binding() {
        return binding;
    }

    TableFile file() {
        return binding.file();
    }

    /** The row at hand. */
    RowReader row() {
        return rows;
    }

    /** Takes a row, if it was not rejected. */
    void take(@Nullable DraftRow row) {
        if (row != null) {
            taker.accept(row);
        }
    }

    /** Tells now and then how many rows have been read. */
    void tellProgress() {
        if (file().rows() % ROWS_PER_REPORT == 0) {
            progress.read(file().name(), file().rows());
        }
    }

    /** Tells that the file has been read to its end. */
    void tellEnd() {
        progress.read(file().name(), file().rows());
    }

    /** Says that the file cannot be read, or not any further. */
    void fail(String code, int line, String message, String advice) {
        Location whole = Location.of(file().name());
        problems.add(Problem.error(code, line == 0 ? whole : whole.at(line, 0), message)
                .withAdvice(advice));
    }

    void fail(Problem problem) {
        problems.add(problem);
    }

    /** Whether nothing has come up that makes reading on pointless. */
    boolean isWorthReading() {
        return problems.errorCount() == 0;
    }
}

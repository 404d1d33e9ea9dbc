package dev.rapport.model.tables;

import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.json.JsonLines;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.Problems;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of JSON Lines: each row names its fields, and leaves out what it has no value for. Which fields there are is
 * known at the end.
 */
final class JsonTable implements JsonLines.Rows {

    private static final int MOST_UNREAD = 2_000;
    private static final int LONGEST_UNREAD = 200;
    private static final int[] NO_TARGETS = {};

    private final Intake intake;
    private final RowReader row;
    private final List<Slot> slots;
    private final JsonCellReader[] readers;
    private final Map<String, int[]> targets = new HashMap<>();
    private final @Nullable Object[] absent;
    private final boolean[] isTold;
    private final Set<String> unread = new LinkedHashSet<>();

    /** Wait until it is known whether rows of the file name currencies: then these must, too. */
    private final List<DraftRow> inBookCurrency = new ArrayList<>();

    private int[] at = NO_TARGETS;
    private boolean hasRows;

    private JsonTable(Intake intake) {
        this.intake = intake;
        this.row = intake.row();
        this.slots = intake.file().slots();
        this.readers = new JsonCellReader[slots.size()];
        this.absent = new @Nullable Object[slots.size()];
        this.isTold = new boolean[slots.size()];
        for (int i = 0; i < readers.length; i++) {
            Slot slot = slots.get(i);
            readers[i] = new JsonCellReader(slot.cells(), intake.binding().saidFormat());
            if (slot.column() != null) {
                absent[i] = readers[i].text("");
                targets.merge(slot.column(), new int[] {i}, JsonTable::both);
            }
        }
    }

    private static int[] both(int[] a, int[] b) {
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    static void read(Reader in, Intake intake) throws IOException {
        if (!intake.isWorthReading()) {
            return;
        }
        JsonTable table = new JsonTable(intake);
        Optional<Problem> other = JsonLines.read(intake.file().name(), in, JsonLines.LIMITS, table);
        other.ifPresentOrElse(intake::fail, table::finish);
    }

    // ---------------------------------------------------------------- a row

    @Override
    public boolean field(String name) {
        int[] known = targets.get(name);
        if (known == null) {
            if (unread.size() < MOST_UNREAD) {
                unread.add(name.length() <= LONGEST_UNREAD ? name : name.substring(0, LONGEST_UNREAD));
            }
            return false;
        }
        at = known;
        for (int target : known) {
            isTold[target] = true;
            intake.file().feed(target);
        }
        return true;
    }

    @Override
    public void text(String text) {
        for (int target : at) {
            row.cell(target, readers[target].text(text), text);
        }
    }

    @Override
    public void number(String literal) {
        for (int target : at) {
            row.cell(target, readers[target].number(literal), literal);
        }
    }

    @Override
    public void truth(boolean truth) {
        for (int target : at) {
            row.cell(target, readers[target].truth(truth), Boolean.toString(truth));
        }
    }

    @Override
    public void nothing() {
        for (int target : at) {
            row.cell(target, readers[target].text(""), "");
        }
    }

    @Override
    public void nested(JsonValue value) {
        for (int target : at) {
            Object read = readers[target].nested(value);
            String text = read instanceof Refusal ? JsonLayout.COMPACT.text(out -> out.value(value)) : "";
            row.cell(target, read, text);
        }
    }

    @Override
    public boolean end(int line) {
        hasRows = true;
        for (int i = 0; i < absent.length; i++) {
            if (!isTold[i] && absent[i] != null) {
                row.cell(i, absent[i], "");
            }
        }
        DraftRow draft = row.end(line);
        if (draft != null && row.isInBookCurrency()) {
            inBookCurrency.add(draft);
        } else {
            intake.take(draft);
        }
        return ended();
    }

    @Override
    public boolean refused(int line, Problems problems, String text) {
        row.reject(problems.list().stream()
                .map(problem -> rejection(line, problem, text))
                .toList());
        return ended();
    }

    private Rejection rejection(int line, Problem problem, String text) {
        int character = problem.location().position().column();
        return new Rejection(
                intake.file().name(),
                line,
                "",
                text,
                new Refusal(
                        problem.code(),
                        problem.message() + (character > 0 ? ", at character " + character : ""),
                        problem.advice().orElse("")));
    }

    private boolean ended() {
        Arrays.fill(isTold, false);
        intake.tellProgress();
        return true;
    }

    // ---------------------------------------------------------------- the file

    private void finish() {
        TableFile file = intake.file();
        TableBinding binding = intake.binding();
        Set<String> columns = new LinkedHashSet<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            boolean isThere = file.isFed(i) || (!hasRows && binding.isExpected(slot));
            if (slot.column() != null && isThere) {
                columns.add(slot.column());
            }
        }
        columns.addAll(unread);
        binding.check(columns, Set.of());
        boolean namesCurrencies = binding.namesCurrencies();
        for (DraftRow draft : inBookCurrency) {
            if (namesCurrencies) {
                row.rejectWithoutCurrency(draft);
            } else {
                intake.take(draft);
            }
        }
        intake.tellEnd();
    }
}

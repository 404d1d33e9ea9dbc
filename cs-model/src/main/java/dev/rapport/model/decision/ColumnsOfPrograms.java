package dev.rapport.model.decision;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Column;
import dev.rapport.model.book.Columns;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads what several programs need of a book: what more than one of them reads as it stands is read once. */
final class ColumnsOfPrograms {

    private ColumnsOfPrograms() {}

    static List<Columns> read(Book book, List<Program> programs) {
        if (programs.size() == 1) {
            Program only = programs.get(0);
            return List.of(
                    book.columns(only.slots(), only.dated(), only.computed().attributes()));
        }
        Set<AttributeKey<?>> plain = new LinkedHashSet<>();
        for (Program program : programs) {
            plain.addAll(program.slots());
        }
        for (Program program : programs) {
            plain.removeAll(own(program));
        }
        Columns shared = book.columns(plain);
        return programs.stream().map(program -> with(shared, book, program)).toList();
    }

    /** What a program reads in its own way: with the age of the values, or computed. */
    private static Set<AttributeKey<?>> own(Program program) {
        Set<AttributeKey<?>> own = new LinkedHashSet<>(program.dated());
        program.computed().attributes().forEach(attribute -> own.add(attribute.key()));
        return own;
    }

    private static Columns with(Columns shared, Book book, Program program) {
        List<AttributeKey<?>> others = new ArrayList<>(new LinkedHashSet<>(program.slots()));
        others.removeIf(key -> shared.find(key).isPresent());
        if (others.isEmpty()) {
            return shared;
        }
        Columns read = book.columns(others, program.dated(), program.computed().attributes());
        List<Column> all = new ArrayList<>();
        for (AttributeKey<?> key : new LinkedHashSet<>(program.slots())) {
            shared.find(key).or(() -> read.find(key)).ifPresent(all::add);
        }
        return Columns.of(read.today(), read.customerIds(), all);
    }
}

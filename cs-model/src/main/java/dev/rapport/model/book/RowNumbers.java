package dev.rapport.model.book;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** The numbers from 0 on, for customers who are rows: none is kept. */
final class RowNumbers extends AbstractList<Integer> implements RandomAccess {

    private final int size;

    RowNumbers(int size) {
        this.size = size;
    }

    @Override
    public Integer get(int row) {
        return Objects.checkIndex(row, size);
    }

    @Override
    public int size() {
        return size;
    }
}

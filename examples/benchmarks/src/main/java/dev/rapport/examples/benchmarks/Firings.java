package dev.rapport.examples.benchmarks;

import java.sql.SQLException;

/** Something that tells each of many things once, at its time, and keeps in a database what it has told. */
interface Firings extends AutoCloseable {

    /** Makes the tables anew and plans so many things for the same time, which has come. */
    void plan(int count) throws Exception;

    /** Tells them all and returns when the last has been told. */
    void fire() throws Exception;

    /** How many were told since they were planned. */
    long told();

    @Override
    void close() throws SQLException;
}

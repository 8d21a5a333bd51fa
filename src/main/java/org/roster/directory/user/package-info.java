/**
 * Users: people and services that can sign in, their names, groups and assignments.
 */
@NullMarked
package org.roster.directory.user;

import org.jspecify.annotations.NullMarked;

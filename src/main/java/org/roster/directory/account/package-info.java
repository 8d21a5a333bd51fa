/**
 * What people do about their own accounts, without an administrator: accept an invitation, register, prove an address,
 * get over a forgotten password. One-time tokens carry each step.
 */
@NullMarked
package org.roster.directory.account;

import org.jspecify.annotations.NullMarked;

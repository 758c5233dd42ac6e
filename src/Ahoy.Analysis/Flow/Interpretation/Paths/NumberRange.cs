using System.Collections.Immutable;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>
/// The numbers that a value may still be after some comparisons. It is wider than the truth at times (of the numbers that are ruled
/// out one by one only those at its ends count), never narrower.
/// </summary>
internal sealed class NumberRange
{
    private readonly double _lower;
    private readonly double _upper;
    private readonly bool _hasLower;
    private readonly bool _hasUpper;
    private readonly ImmutableHashSet<double> _excluded;

    private NumberRange(double lower, bool hasLower, double upper, bool hasUpper, ImmutableHashSet<double> excluded)
    {
        _lower = lower;
        _upper = upper;
        _hasLower = hasLower;
        _hasUpper = hasUpper;
        _excluded = excluded;
    }

    /// <summary>Every number.</summary>
    public static NumberRange All { get; } = new(double.NegativeInfinity, true, double.PositiveInfinity, true, []);

    /// <summary>Whether a value in the range is above a number; null where it may be or not.</summary>
    public bool? IsAbove(double number) =>
        _lower > number || (_lower == number && !_hasLower) ? true
        : _upper <= number ? false
        : null;

    /// <summary>Whether a value in the range is below a number; null where it may be or not.</summary>
    public bool? IsBelow(double number) =>
        _upper < number || (_upper == number && !_hasUpper) ? true
        : _lower >= number ? false
        : null;

    /// <summary>Whether a value in the range is a number; null where it may be or not.</summary>
    public bool? Is(double number) =>
        IsAbove(number) == true || IsBelow(number) == true || _excluded.Contains(number) ? false
        : _lower == number && _upper == number ? true
        : null;

    /// <summary>The part of the range above a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="included">Whether the number itself is in it.</param>
    /// <param name="whole">Whether the value can only be a whole number, so that the next one follows.</param>
    public NumberRange Above(double number, bool included, bool whole)
    {
        if (whole)
        {
            (number, included) = (included ? Math.Ceiling(number) : Math.Floor(number) + 1, true);
        }

        return number < _lower || (number == _lower && (included || !_hasLower))
            ? this
            : new NumberRange(number, included, _upper, _hasUpper, _excluded).Trim(whole);
    }

    /// <summary>The part of the range below a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="included">Whether the number itself is in it.</param>
    /// <param name="whole">Whether the value can only be a whole number, so that the next one follows.</param>
    public NumberRange Below(double number, bool included, bool whole)
    {
        if (whole)
        {
            (number, included) = (included ? Math.Floor(number) : Math.Ceiling(number) - 1, true);
        }

        return number > _upper || (number == _upper && (included || !_hasUpper))
            ? this
            : new NumberRange(_lower, _hasLower, number, included, _excluded).Trim(whole);
    }

    /// <summary>The range without a number.</summary>
    public NumberRange Without(double number, bool whole) =>
        Is(number) == false ? this : new NumberRange(_lower, _hasLower, _upper, _hasUpper, _excluded.Add(number)).Trim(whole);

    public bool SameAs(NumberRange other) =>
        _lower == other._lower && _upper == other._upper && _hasLower == other._hasLower && _hasUpper == other._hasUpper
        && _excluded.SetEquals(other._excluded);

    /// <summary>Takes what is ruled out off the ends.</summary>
    private NumberRange Trim(bool whole)
    {
        if (_hasLower && _excluded.Contains(_lower))
        {
            return new NumberRange(_lower, false, _upper, _hasUpper, _excluded.Remove(_lower)).Tighten(whole);
        }

        if (_hasUpper && _excluded.Contains(_upper))
        {
            return new NumberRange(_lower, _hasLower, _upper, false, _excluded.Remove(_upper)).Tighten(whole);
        }

        return this;
    }

    /// <summary>Moves open ends to the next whole number.</summary>
    private NumberRange Tighten(bool whole) =>
        !whole ? this
        : !_hasLower ? new NumberRange(_lower + 1, true, _upper, _hasUpper, _excluded).Trim(whole)
        : !_hasUpper ? new NumberRange(_lower, _hasLower, _upper - 1, true, _excluded).Trim(whole)
        : this;
}
